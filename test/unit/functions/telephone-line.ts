import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import twilio from 'twilio';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import type { District } from '#domain/district/district.ts';
import { createHandler } from '#functions/answer-twilio-call/handler.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import type { CallStore } from '#ports/call-store.ts';
import type { Clock } from '#ports/clock.ts';
import type { SigningSecrets } from '#ports/signing-secrets.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { type Log, lineOf } from '#runtime/log.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memorySigningSecrets } from '#test/adapters/memory/signing-secrets.ts';
import { memoryTelephoneTickets } from '#test/adapters/memory/telephone-tickets.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';

export const PUBLIC_URL = 'https://hotline.example';
export const AUTH_TOKEN = 'test-only-0123456789abcdef012345';
/** A Monday morning in Linzi, 10:30. */
export const NOW = '2026-11-23T02:30:00.000Z';
export const PHONE = '+8613800135678';
export const { district: linzi } = readDistrict('config/linzi');
export const { district: example } = readDistrict('config/example');

export type Form = Record<string, string>;

/** A signed webhook of Twilio's as API Gateway hands it over: the form in base64, the path decoded. */
export const webhookEvent = (url: string, form: Form, signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, url, form)) => {
  const rest = url.replace(/^https?:\/\/[^/]*/, '');
  const [path = '', query = ''] = rest.split(/\?(.*)/s);
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey: `${answerTwilioCallContract.method} ${answerTwilioCallContract.path}`,
    rawPath: decodeURI(path),
    rawQueryString: query,
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', 'x-twilio-signature': signature },
    requestContext: {
      accountId: '123456789012',
      apiId: 'sampleapi0',
      domainName: 'sampleapi0.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'sampleapi0',
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.9', userAgent: 'TwilioProxy/1.1' },
      requestId: 'Test0call=',
      routeKey: `${answerTwilioCallContract.method} ${answerTwilioCallContract.path}`,
      stage: '$default',
      time: '23/Nov/2026:02:30:00 +0000',
      timeEpoch: 1795401000000,
    },
    body: Buffer.from(new URLSearchParams(form).toString()).toString('base64'),
    isBase64Encoded: true,
  };
  return event;
};

interface LineOptions {
  district?: District;
  agentNumber?: string;
  calls?: Pick<CallStore, 'get' | 'addTurn' | 'end' | 'correct'>;
  store?: Pick<TicketStore, 'open' | 'get' | 'commit' | 'join' | 'contact'>;
  secrets?: SigningSecrets;
  patience?: number;
  sendsTexts?: boolean;
  now?: Clock;
}

/** What one webhook was answered. */
export interface Told {
  status: number;
  body: string;
  /** All that is said, in order, with a full stop's space between. */
  said: string;
  /** Where the next answer goes; undefined when the call is over. */
  action: string | undefined;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

export const tell = (status: number, body: string): Told => ({
  status,
  body,
  said: [...body.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map(([, text = '']) => unescaped(text)).join(' '),
  action: unescaped(/ action="([^"]*)"/.exec(body)?.[1] ?? /<Redirect[^>]*>([^<]*)</.exec(body)?.[1] ?? '') || undefined,
});

let made = 0;
export const newCallSid = (): string => {
  made += 1;
  return `CA${String(made).padStart(32, '0')}`;
};

/** The phone door over memory adapters; `overrides` stand in for one of them. */
export const phoneLine = ({ district = linzi, agentNumber, patience, now = () => NOW, ...overrides }: LineOptions = {}) => {
  const tickets = memoryTickets();
  const calls = memoryCalls();
  const [recordings, parked]: [string[], string[]] = [[], []];
  const lines: string[] = [];
  const log: Log = (...line) => lines.push(lineOf(...line));
  let draws = 0;
  const needs = {
    calls,
    callBacks: calls.backs,
    phoneKeys: memoryPhoneKeys,
    telephoneTickets: memoryTelephoneTickets(tickets),
    store: tickets,
    transfers: false,
    sendsTexts: false,
    sendRecordings: async (bodies: readonly string[]) => void recordings.push(...bodies),
    park: async (bodies: readonly string[]) => void parked.push(...bodies),
    secrets: memorySigningSecrets(AUTH_TOKEN),
    ...overrides,
    district,
    now,
    randomBelow: (limit: number) => (draws++ * 7919 + 10_000) % limit,
    publicUrl: PUBLIC_URL,
    hasDesk: agentNumber !== undefined,
    ...(agentNumber !== undefined && { desk: { number: agentNumber } }),
  };
  const door = webhookFunction(answerTwilioCallContract, createHandler(needs), {
    publicUrl: PUBLIC_URL,
    log,
    ...(patience !== undefined && { patience }),
  });
  const sendEvent = async (event: APIGatewayProxyEventV2): Promise<Told> => {
    const { statusCode = 0, body = '' } = await door(event);
    return tell(statusCode, body);
  };

  /** Rings, or gives one answer; `from` is what the provider says of the caller's number. */
  const send = (url: string, callSid: string, answer: Form = {}, from = PHONE): Promise<Told> =>
    sendEvent(webhookEvent(url, { CallSid: callSid, AccountSid: 'AC0', From: from, CallStatus: 'in-progress', ...answer }));

  /** Plays a call: each answer goes where the one before sent it. Gives what was told at each step. */
  const play = async (answers: Form[], { from = PHONE, callSid = newCallSid() } = {}): Promise<Told[]> => {
    const told = [await send(PUBLIC_URL + answerTwilioCallContract.path, callSid, {}, from)];
    for (const answer of answers) {
      const { action } = told.at(-1) as Told;
      if (action === undefined) throw new Error(`the call is over before ${JSON.stringify(answer)}`);
      told.push(await send(action, callSid, answer, from));
    }
    return told;
  };

  return { tickets, calls, recordings, parked, lines, send, sendEvent, play };
};

export const keys = (digits: string): Form => ({ Digits: digits });
export const says = (speech: string): Form => ({ SpeechResult: speech, Confidence: '0.91' });
export const silence: Form = {};
export const recorded = (url = 'https://api.twilio.example/2010-04-01/Accounts/AC0/Recordings/RE0'): Form => ({
  RecordingUrl: url,
  RecordingDuration: '12',
  Digits: '#',
});
