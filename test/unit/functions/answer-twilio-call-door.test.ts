import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { answerTwilioCallContract } from '#contracts/webhooks/answer-twilio-call.ts';
import { Refusal } from '#domain/errors.ts';
import { Env } from '#functions/answer-twilio-call/env.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memorySigningSecrets } from '#test/adapters/memory/signing-secrets.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { AUTH_TOKEN, keys, newCallSid, PUBLIC_URL, phoneLine, webhookEvent } from './telephone-line.ts';

const URL = PUBLIC_URL + answerTwilioCallContract.path;
const form = () => ({ CallSid: newCallSid(), From: '+8613800135678', SpeechResult: '水管 & <爆了>' });

/** A line whose stores tell whether they were touched. */
const watchedLine = (options: Parameters<typeof phoneLine>[0] = {}) => {
  const calls = memoryCalls();
  let touched = 0;
  const line = phoneLine({
    calls: {
      get: (id) => {
        touched += 1;
        return calls.get(id);
      },
      addTurn: calls.addTurn,
      end: calls.end,
      correct: calls.correct,
    },
    ...options,
  });
  return { ...line, touched: () => touched };
};

describe('the signature', () => {
  it.each([
    ['another secret', (event: APIGatewayProxyEventV2) => webhookEventSignedWith('another-secret', event)],
    ['none', ({ headers: { 'x-twilio-signature': _, ...headers }, ...event }: APIGatewayProxyEventV2) => ({ ...event, headers })],
    ['an empty one', (event: APIGatewayProxyEventV2) => ({ ...event, headers: { 'x-twilio-signature': '' } })],
    ['another step', (event: APIGatewayProxyEventV2) => ({ ...event, rawQueryString: 'step=2' })],
    ['another path', (event: APIGatewayProxyEventV2) => ({ ...event, rawPath: '/voice/other' })],
    [
      'one more parameter',
      (event: APIGatewayProxyEventV2) => ({ ...event, body: Buffer.from(`${bodyOf(event)}&Digits=1`).toString('base64') }),
    ],
  ])('that does not match (%s) is a 403 with nothing read or written', async (_, change) => {
    const { sendEvent, touched, tickets, lines } = watchedLine();
    const { status, body } = await sendEvent(change(webhookEvent(URL, form())));
    expect([status, JSON.parse(body).code]).toEqual([403, 'signature-invalid']);
    expect(touched()).toBe(0);
    expect(tickets.allTickets()).toEqual([]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ operation: 'answer-twilio-call', status: 403, code: 'signature-invalid' });
  });

  it('may be of either secret while one is being changed, and of none when there is none', async () => {
    for (const [secrets, status] of [
      [['new-secret', AUTH_TOKEN], 200],
      [[AUTH_TOKEN, 'new-secret'], 200],
      [['new-secret'], 403],
      [[], 403],
    ] as const) {
      const { sendEvent } = phoneLine({ secrets: memorySigningSecrets(...secrets) });
      expect((await sendEvent(webhookEvent(URL, form()))).status).toBe(status);
    }
  });

  it('holds for the public URL, whatever host and stage the event names', async () => {
    const { sendEvent } = phoneLine();
    const event = webhookEvent(URL, form());
    const elsewhere = { ...event, headers: { ...event.headers, host: 'emulator:4566' } };
    expect((await sendEvent(elsewhere)).status).toBe(200);
    const local = webhookEvent('http://emulator:4566/voice/twilio', form());
    expect((await sendEvent(local)).status).toBe(403);
  });

  it('is over the address as it was given, though an apostrophe is encoded on the wire', async () => {
    const given = `${URL}?step=2&retry=1&SpeechResult=there's%20no%20water`;
    const sent = { CallSid: newCallSid(), From: '+8613800135678' };
    const signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, given, sent);
    const { sendEvent } = phoneLine();
    expect((await sendEvent(webhookEvent(given.replace("'", '%27'), sent, signature))).status).toBe(200);
  });

  it('of a JSON body covers it by its digest', async () => {
    const { sendEvent } = phoneLine();
    const body = JSON.stringify({ CallSid: newCallSid() });
    const url = `${URL}?bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    const event = { ...webhookEvent(url, {}), body, isBase64Encoded: false };
    expect((await sendEvent(event)).status).toBe(200);
    expect((await sendEvent({ ...event, body: `${body} ` })).status).toBe(403);
  });
});

const bodyOf = ({ body = '' }: APIGatewayProxyEventV2): string => Buffer.from(body, 'base64').toString();
const webhookEventSignedWith = (secret: string, event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 => {
  const params = Object.fromEntries(new URLSearchParams(bodyOf(event)));
  return { ...event, headers: { 'x-twilio-signature': twilio.getExpectedTwilioSignature(secret, URL, params) } };
};

describe('a request that is signed but is none', () => {
  it.each([
    ['without a call', URL, { From: '+8613800135678' }],
    ['with a step that is no number', `${URL}?step=two`, form()],
    ['with a recording that is nowhere', URL, { ...form(), RecordingUrl: 'javascript:alert(1)' }],
  ])('is refused (%s)', async (_, url, sent) => {
    const { sendEvent, touched } = watchedLine();
    const { status, body } = await sendEvent(webhookEvent(url, sent as Record<string, string>));
    expect([status, JSON.parse(body).code]).toEqual([400, 'request-invalid']);
    expect(touched()).toBe(0);
  });

  it('is refused when it is too large, before anything is reckoned', async () => {
    const { sendEvent } = phoneLine({ secrets: () => Promise.reject(new Error('must not be asked')) });
    const { status } = await sendEvent(webhookEvent(URL, { ...form(), SpeechResult: '长'.repeat(30_000) }, 'any'));
    expect(status).toBe(413);
  });
});

describe('a caller is never left in silence', () => {
  it('when the table takes too long', async () => {
    const { send, lines } = phoneLine({ calls: { ...memoryCalls(), get: () => new Promise(() => {}) }, patience: 20 });
    expect(await send(`${URL}?step=3`, newCallSid(), keys('1'))).toMatchObject({
      status: 200,
      said: '对不起，请稍等。',
      action: `${URL}?step=3&retry=1&Digits=1`,
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', outcome: 'held' });
  });

  it('when signature and table together take too long', async () => {
    const late = <T>(value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), 60));
    const calls = { ...memoryCalls(), get: () => late(undefined) };
    const { send } = phoneLine({ calls, secrets: () => late([AUTH_TOKEN]), patience: 90 });
    expect((await send(URL, newCallSid())).said).toBe('对不起，请稍等。');
  });

  it('when the hotline itself refuses what the call led to', async () => {
    const store = { ...memoryTickets(), open: () => Promise.reject(new Refusal('idempotency-key-reused')) };
    const { play } = phoneLine({ store });
    const told = await play([keys('1'), { SpeechResult: '水管爆了' }, keys('1'), keys('2'), keys('1')]);
    expect(told.at(-1)).toMatchObject({ status: 200, said: '对不起，请稍等。' });
  });

  it('when the secrets can not be read, and then nothing is done', async () => {
    const { send, touched } = watchedLine({ secrets: () => Promise.reject(new Error('no secrets')) });
    expect(await send(URL, newCallSid())).toMatchObject({ status: 200, action: `${URL}?step=0&retry=1` });
    expect(touched()).toBe(0);
  });

  it('when what was said can not be written in XML', async () => {
    const { play } = phoneLine();
    const told = await play([keys('1'), { SpeechResult: 'a\u0000b <say> & "c" \ud800' }, keys('1'), keys('2')]);
    expect(told.at(-1)?.said).toMatch(/a b <say> & "c"/);
  });
});

describe('its events', () => {
  const files = readdirSync('events/answer-twilio-call');

  it.each(files)('%s', async (file) => {
    const signing = { secret: AUTH_TOKEN, publicUrl: PUBLIC_URL };
    const event = wholeEvent(`events/answer-twilio-call/${file}`, signing) as unknown as APIGatewayProxyEventV2;
    const { sendEvent, touched, lines } = watchedLine();
    const { status, body } = await sendEvent(event);
    expect(event.routeKey).toBe(`${answerTwilioCallContract.method} ${answerTwilioCallContract.path}`);
    expect(event.isBase64Encoded).toBe(true);
    if (file.startsWith('ok-')) {
      expect(status).toBe(200);
      expect(body).toMatch(/^<\?xml.*<Response>.*<\/Response>$/s);
    } else {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(touched()).toBe(0);
    }
    const from = new URLSearchParams(bodyOf(event)).get('From');
    if (from) for (const line of lines) expect(line).not.toContain(from.slice(-8));
  });
});

describe('its environment', () => {
  const queues = { RECORDINGS_QUEUE_URL: 'https://sqs.example/r', PARKED_CALLS_QUEUE_URL: 'https://sqs.example/p' };
  const env = { TICKETS_TABLE: 't', DEPLOYMENT_SECRET: 'k', SIGNING_SECRET: 's', PUBLIC_URL, ...queues };
  it.each([{}, { AGENT_NUMBER: '+865337180000' }, { AGENT_NUMBER: 'sip:desk@pbx.example' }])('takes %o', (more) => {
    expect(Env.safeParse({ ...env, ...more }).success).toBe(true);
  });
  it.each([{ AGENT_NUMBER: 'the desk' }, { AGENT_NUMBER: '' }, { PUBLIC_URL: 'hotline.example' }])('refuses %o', (more) => {
    expect(Env.safeParse({ ...env, ...more }).success).toBe(false);
  });
});
