import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, ConnectContactFlowEvent } from 'aws-lambda';
import type { Desk } from '#channels/heard.ts';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from '#contracts/webhooks/take-message.ts';
import type { Instant } from '#domain/instant.ts';
import { createHandler as createConnect } from '#functions/answer-connect-call/handler.ts';
import { createHandler as createJambonz } from '#functions/answer-jambonz-call/handler.ts';
import { createHandler as createTwilio } from '#functions/answer-twilio-call/handler.ts';
import { createHandler as createEnd } from '#functions/end-connect-call/handler.ts';
import { createHandlers as createMessages } from '#functions/take-message/handler.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { contactFlowFunction } from '#runtime/contact-flow.ts';
import { type Log, lineOf } from '#runtime/log.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { connectLine } from '#simulator/telephone/connect.ts';
import { jambonzLine } from '#simulator/telephone/jambonz.ts';
import { type PhoneProvider, telephoneWith } from '#simulator/telephone/provider.ts';
import type { Telephone } from '#simulator/telephone/script.ts';
import { contactFlow, type ProviderName } from '#simulator/telephone/telephone.ts';
import { twilioLine } from '#simulator/telephone/twilio.ts';
import type { Wires } from '#simulator/telephone/wires.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { memorySigningSecrets } from '#test/adapters/memory/signing-secrets.ts';
import { memoryTelephoneTickets } from '#test/adapters/memory/telephone-tickets.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';

export const { district: linzi } = readDistrict('config/linzi');

const PUBLIC_URL = 'https://hotline.example';
const SECRET = 'test-only-0123456789abcdef012345';

/** A webhook as API Gateway hands it over: forms in base64, JSON as it is. */
const eventOf = (url: string, headers: Record<string, string>, body: string): APIGatewayProxyEventV2 => {
  const { pathname, search } = new URL(url);
  const isBase64Encoded = !headers['content-type']?.includes('json');
  return {
    version: '2.0',
    routeKey: `POST ${pathname}`,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers,
    requestContext: { requestId: 'in-process', http: { method: 'POST', path: pathname } },
    body: isBase64Encoded ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded,
  } as unknown as APIGatewayProxyEventV2;
};

/** The same, but it answers only so often, and then no more. */
const weak = <T extends object>(table: T, left: { uses: number }): T =>
  new Proxy(table, {
    get: (_, name) => {
      const method = table[name as keyof T];
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        left.uses -= 1;
        if (left.uses < 0) throw new Error('the table does not answer');
        return method.apply(table, given);
      };
    },
  });

/**
 * The doors of the phone over memory adapters in this process, at a moment that does not pass, and a telephone of each
 * provider in front of them. Without a desk the phone is self-service; with a table that goes away nothing is kept but
 * what is parked.
 */
export const hotlineInProcess = ({
  at,
  desk,
  tableAnswers = Number.POSITIVE_INFINITY,
}: {
  at: Instant;
  desk?: Desk;
  tableAnswers?: number;
}) => {
  const tickets = memoryTickets();
  const calls = memoryCalls();
  const lines: string[] = [];
  const kept: string[] = [];
  const recordings: string[] = [];
  const parked: string[] = [];
  const log: Log = (...line) => lines.push(lineOf(...line));
  let draws = 0;
  const left = { uses: tableAnswers };
  const needs = {
    calls: weak(calls, left),
    callBacks: weak(calls.backs, left),
    phoneKeys: memoryPhoneKeys,
    telephoneTickets: weak(memoryTelephoneTickets(tickets), left),
    store: weak(tickets, left),
    district: linzi,
    now: () => at,
    transfers: false,
    sendsTexts: false,
    randomBelow: (limit: number) => (draws++ * 7919 + 10_000) % limit,
    sendRecordings: async (bodies: readonly string[]) => void recordings.push(...bodies),
    park: async (bodies: readonly string[]) => {
      if (left.uses >= 0) throw new Error('nothing is to be parked here');
      parked.push(...bodies);
    },
    hasDesk: desk !== undefined,
    ...(desk && { desk }),
    secrets: memorySigningSecrets(SECRET),
    publicUrl: PUBLIC_URL,
  };
  const options = { publicUrl: PUBLIC_URL, log };
  const secrets = { twilio: needs.secrets, jambonz: needs.secrets };
  const messages = createMessages({ ...needs, secrets });
  const doors: Record<string, (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>> = {
    '/voice/twilio': webhookFunction(answerTwilioCallContract, createTwilio(needs), options),
    '/voice/jambonz': webhookFunction(answerJambonzCallContract, createJambonz(needs), options),
    '/voice/twilio/fallback': webhookFunction(takeTwilioMessageContract, messages.forTwilio, options),
    '/voice/jambonz/fallback': webhookFunction(takeJambonzMessageContract, messages.forJambonz, options),
  };
  const answerConnect = contactFlowFunction('answer-connect-call', createConnect({ ...needs, hearsSpeech: true }), { log });
  const takeConnectMessage = contactFlowFunction('take-message', messages.forConnect, { log });
  const endConnect = createEnd({ ...needs, calls, callBacks: calls.backs, store: tickets });

  const wires: Wires = {
    post: async (url, headers, body) => {
      const door = doors[new URL(url).pathname];
      if (!door) throw new Error(`there is no door ${url}`);
      const { statusCode = 0, body: answer = '' } = await door(eventOf(url, headers, body));
      return { status: statusCode, body: answer };
    },
    invoke: async (name, event) => {
      if (name === 'end-connect-call') return endConnect(event, 'in-process');
      if (name === 'answer-connect-call') return answerConnect(event as ConnectContactFlowEvent);
      if (name === 'take-message') return takeConnectMessage(event as ConnectContactFlowEvent);
      throw new Error(`there is no function ${name}`);
    },
    keep: async (key) => void kept.push(key),
  };

  const doorOf = (name: string) => {
    const door = `${PUBLIC_URL}/voice/${name}`;
    return { door, ended: `${door}?ended=yes` };
  };
  const providers: Record<ProviderName, () => PhoneProvider> = {
    twilio: () => {
      const { door, ended } = doorOf('twilio');
      return twilioLine({ door, statusCallback: ended, authToken: SECRET, accountSid: 'AC0', api: 'https://api.twilio.example' });
    },
    jambonz: () => {
      const { door, ended } = doorOf('jambonz');
      return jambonzLine({ door, statusHook: ended, webhookSecret: SECRET, now: () => Date.parse(at) });
    },
    connect: () => connectLine({ flow: contactFlow(), endFunction: 'end-connect-call' }),
  };
  const telephone = (name: ProviderName): Telephone => telephoneWith(providers[name](), wires, linzi.letters);

  return { tickets, calls, lines, kept, recordings, parked, telephone };
};
