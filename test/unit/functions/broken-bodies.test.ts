import { createHash, createHmac } from 'node:crypto';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { answerJambonzCallContract } from '#contracts/webhooks/answer-jambonz-call.ts';
import { createHandler as createJambonz } from '#functions/answer-jambonz-call/handler.ts';
import { webhookFunction } from '#runtime/webhook.ts';
import { memorySigningSecrets } from '#test/adapters/memory/signing-secrets.ts';
import { besidesKind } from '#test/unit/domain/besides-kind.ts';
import { httpEvent, people, usualRequest } from './http-event.ts';
import { NOW, phoneHotline } from './phone-hotline.ts';
import { seededHotline } from './seeded-hotline.ts';
import { AUTH_TOKEN, keys, newCallSid, PUBLIC_URL, phoneLine, type Told, tell, webhookEvent } from './telephone-line.ts';

const [openTicket] = operations.filter(({ name }) => name === 'open-ticket');

/** 水管漏水 in GBK. */
const GBK = Buffer.from('cbaeb9dcc2a9cbae', 'hex');
/** A body around these bytes, as somebody sends it who takes them for text. */
const bodyAround = (bytes: Uint8Array, json: (words: string) => string): Buffer =>
  Buffer.concat(
    json('|')
      .split('|')
      .flatMap((part, n) => (n === 0 ? [Buffer.from(part)] : [bytes, Buffer.from(part)])),
  );

describe('a body of a client', () => {
  const send = async (body: Buffer) => {
    if (!openTicket) throw new Error('there is no operation that opens a ticket');
    const { send: to, store } = await seededHotline();
    const before = store.allEvents().length;
    const event = httpEvent(openTicket, usualRequest('open-ticket'), people.owner);
    const answer = await to('open-ticket', { ...event, isBase64Encoded: true, body: body.toString('base64') });
    return { ...answer, written: store.allEvents().length - before };
  };
  const { body: usual } = usualRequest('open-ticket');
  const json = (matter: string): string => JSON.stringify({ ...(usual as object), matter });

  it.each([
    ['in GBK', bodyAround(GBK, json)],
    ['in Latin-1', bodyAround(Buffer.from('fuite d’eau à côté'.replace('’', "'"), 'latin1'), json)],
    ['with half of a sign', bodyAround(Buffer.from('水').subarray(0, 2), json)],
    ['that is cut in the middle of a sign', Buffer.from(json('水')).subarray(0, json('|').indexOf('|') + 2)],
    ['with half a pair of surrogates as bytes', bodyAround(Buffer.from('eda080', 'hex'), json)],
    ['in UTF-16', Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(json('水'), 'utf16le')])],
  ])('%s is refused: it is to be UTF-8', async (_, body) => {
    const { status, code, body: problem, written } = await send(body);
    expect([status, code, written]).toEqual([400, 'body-not-utf8', 0]);
    expect(problem.detail).toContain('send the body as UTF-8');
  });

  it('is read behind its byte order mark', async () => {
    const { status, body } = await send(Buffer.from(`\ufeff${json('水管漏水')}`));
    expect([status, body.ticket.matter]).toEqual([201, '水管漏水']);
  });

  it('holds a matter of ten thousand signs of any script, however they are written', async () => {
    const long = json('𠮷'.repeat(10_000));
    const escaped = long.replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
    for (const body of [long, escaped]) {
      const answer = await send(Buffer.from(body));
      expect([answer.status, [...answer.body.ticket.matter].length]).toEqual([201, 10_000]);
    }
    const { status, body } = await send(Buffer.from(json('𠮷'.repeat(10_001))));
    expect([status, body.errors[0].pointer]).toEqual([400, '/body/matter']);
  });

  it.each(['\\ud800', '水\\u0000管', '\\u200b', '水\\ufffe'])(
    'with %s in its matter is refused, and names the field',
    async (written) => {
      const answer = await send(bodyAround(Buffer.from(written), json));
      expect([answer.status, answer.code, answer.written]).toEqual([400, 'request-invalid', 0]);
      expect(answer.body.errors[0].pointer).toBe('/body/matter');
    },
  );
});

describe('a body of a provider', () => {
  it('of Twilio is kept as far as it can be read, and its ticket is unsure of its matter', async () => {
    const { tickets, play, send, sendEvent } = phoneLine();
    const callSid = newCallSid();
    const { action: menu = '' } = (await play([], { callSid })).at(-1) as Told;
    const { action: asked = '' } = await send(menu, callSid, keys('1'));
    const escapes = [...GBK.subarray(0, 3)].map((byte) => `%${byte.toString(16)}`).join('');
    const body = `CallSid=${callSid}&From=%2B8613800135678&SpeechResult=${encodeURIComponent('三号楼水管爆了')}${escapes}%zz`;
    const sent = Object.fromEntries(new URLSearchParams(body));
    const event = webhookEvent(asked, sent, twilio.getExpectedTwilioSignature(AUTH_TOKEN, asked, sent));
    let told = await sendEvent({ ...event, body: Buffer.from(body).toString('base64') });
    for (const answer of [keys('1'), keys('2'), keys('1')]) told = await send(told.action ?? '', callSid, answer);
    const [ticket] = tickets.allTickets();
    expect(ticket?.matter).toMatch(/^三号楼水管爆了.*\ufffd.*%zz$/);
    expect([ticket?.sorting?.words, besidesKind(ticket?.sorting)]).toEqual([['水管爆'], ['matter']]);
  });

  it('of Twilio that is JSON is checked as it was sent', async () => {
    const { sendEvent } = phoneLine();
    const bytes = bodyAround(GBK, (words) => JSON.stringify({ CallSid: newCallSid(), SpeechResult: words }));
    const url = `${PUBLIC_URL}/voice/twilio?bodySHA256=${createHash('sha256').update(bytes).digest('hex')}`;
    const event = { ...webhookEvent(url, {}), body: bytes.toString('base64'), isBase64Encoded: true };
    expect((await sendEvent(event)).status).toBe(200);
    expect((await sendEvent({ ...event, body: Buffer.from(bytes.toString()).toString('base64') })).status).toBe(403);
  });

  it('of jambonz is checked as it was sent, and kept as far as it can be read', async () => {
    const { needs, tickets } = phoneHotline({ provider: 'jambonz' });
    const secrets = memorySigningSecrets(AUTH_TOKEN);
    const handler = createJambonz({ ...needs, park: async () => undefined, secrets, publicUrl: PUBLIC_URL });
    const door = webhookFunction(answerJambonzCallContract, handler, { publicUrl: PUBLIC_URL, log: () => undefined });
    const seconds = Date.parse(NOW) / 1000;
    const ring = async (
      step: number,
      about: object,
      words: Uint8Array = new Uint8Array(),
      changed = (bytes: Buffer) => bytes,
    ) => {
      const bytes = bodyAround(words, (told) =>
        JSON.stringify({ call_sid: 'a-call-of-jambonz', ...about }).replace('WORDS', told),
      );
      const v1 = createHmac('sha256', AUTH_TOKEN).update(`${seconds}.`).update(bytes).digest('hex');
      const event = webhookEvent(`${PUBLIC_URL}/voice/jambonz?step=${step}`, {}, '');
      const headers = { 'jambonz-signature': `t=${seconds},v1=${v1}` };
      const { statusCode = 0, body = '' } = await door({ ...event, headers, body: changed(bytes).toString('base64') });
      return tell(statusCode, body);
    };
    const key = (digits: string) => ({ reason: 'dtmfDetected', digits });
    const speech = { reason: 'speechDetected', speech: { alternatives: [{ transcript: '三号楼水管爆了WORDS' }] } };
    await ring(0, {});
    await ring(1, key('1'));
    const utf8 = (bytes: Buffer): Buffer => Buffer.from(bytes.toString());
    expect((await ring(2, speech, GBK, utf8)).status).toBe(403);
    expect((await ring(2, speech, GBK)).status).toBe(200);
    for (const [n, digits] of ['1', '2', '1'].entries()) await ring(3 + n, key(digits));
    const [ticket] = tickets.allTickets();
    expect(ticket?.matter).toMatch(/^三号楼水管爆了.*\ufffd/);
    expect(ticket?.sorting?.unsure).toContain('matter');
  });
});
