import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio, { type Twilio } from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { twilioTelephony } from '#adapters/twilio/telephony.ts';
import { NumberRefused, ProviderAway, RequestRefused } from '#ports/telephony.ts';
import { type PhoneProvider, startPhoneProvider } from '#simulator/phone-provider.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { memoryTelephony } from './memory/telephony.ts';
import { telephonySuite } from './suites/telephony.ts';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TOKEN = 'token-of-the-account';
const FROM = telephone('+8653381890');
const TO = telephone('+8610000000071');
const WORDS = '【临淄区81890】哨兵之事';
const CALL = {
  answerUrl: 'https://hotline.example/voice/twilio?rates=X',
  statusUrl: 'https://hotline.example/voice/twilio?ended=yes&rates=X',
  ringSeconds: 25,
};
const STATUS = { statusCallback: CALL.statusUrl, statusCallbackMethod: 'POST', statusCallbackEvent: ['completed'] };

let provider: PhoneProvider;
let outsider: Twilio;
beforeAll(async () => {
  provider = await startPhoneProvider();
  // Twilio's own client, which is told to look for its API here.
  const client = new twilio.RequestClient();
  outsider = twilio(ACCOUNT, TOKEN, {
    httpClient: {
      request: (options: any) => client.request({ ...options, uri: options.uri.replace(/^https:\/\/[^/]+/, provider.url) }),
    } as never,
  });
});
beforeEach(() => {
  provider.fail(undefined);
  provider.slow(0);
});
afterAll(() => provider?.stop());

const telephony = (settings = {}, account = {}) =>
  twilioTelephony({ account: ACCOUNT, authToken: async () => TOKEN, api: provider.url, from: FROM, ...account }, settings);
/** The message of what a wish failed with; everything of the error that could reach a log. */
const failureOf = async (wish: Promise<unknown>): Promise<{ error: unknown; told: string }> => {
  const error = await wish.then(
    () => 'was taken',
    (reason: Error) => reason,
  );
  const { message, stack, cause } = error as Error;
  return { error, told: `${message} ${stack} ${cause}` };
};

telephonySuite('memory', async () => {
  const memory = memoryTelephony();
  return {
    telephony: memory,
    asked: () => ({ rung: memory.rung, texts: memory.texts }),
    fails: (why) => memory.fail(why === 'itself' ? new ProviderAway('down') : new NumberRefused('no such number')),
  };
});

telephonySuite("Twilio's REST API", async () => {
  provider.asked.length = 0;
  const fieldsOf = (asked: 'Calls' | 'Messages') =>
    provider.asked.flatMap(({ resource, fields }) => (resource === asked ? [fields] : []));
  return {
    telephony: telephony(),
    asked: () => ({
      rung: fieldsOf('Calls').map(({ To = '', Url = '', StatusCallback = '' }) => ({
        to: To,
        answerUrl: Url,
        statusUrl: StatusCallback,
      })),
      texts: fieldsOf('Messages').map(({ To = '', Body = '' }) => ({ to: To, words: Body })),
    }),
    fails: (why) => (why === 'itself' ? provider.fail(503) : provider.fail(400, 21211)),
  };
});

describe("the REST adapter asks as Twilio's own package does", () => {
  it.each([
    ['', {}, {}],
    [' that a machine may answer', { detectsMachines: true }, { machineDetection: 'Enable', machineDetectionTimeout: 6 }],
  ])('for a call%s', async (_, wish, more) => {
    await telephony().ring(TO, { ...CALL, ...wish });
    const theirWish = { to: TO, from: FROM, url: CALL.answerUrl, method: 'POST', timeout: CALL.ringSeconds };
    await outsider.calls.create({ ...theirWish, ...STATUS, ...more });
    const [ours, theirs] = provider.asked.slice(-2);
    expect(ours).toEqual(theirs);
    expect(ours?.account).toBe(ACCOUNT);
  });

  it('for a text, and understands what that package understands', async () => {
    const { message } = await telephony().text(TO, WORDS);
    const { sid } = await outsider.messages.create({ to: TO, from: FROM, body: WORDS });
    const [ours, theirs] = provider.asked.slice(-2);
    expect(ours).toEqual(theirs);
    expect([message.length, message.slice(0, 2)]).toEqual([sid.length, sid.slice(0, 2)]);
  });

  it('and is refused as that package is', async () => {
    provider.fail(400, 21211);
    const theirs = outsider.calls.create({ to: TO, from: FROM, url: CALL.answerUrl });
    await expect(theirs).rejects.toMatchObject({ status: 400, code: 21211 });
    const { error, told } = await failureOf(telephony().ring(TO, CALL));
    expect(error).toBeInstanceOf(NumberRefused);
    expect(told).toContain('400, its code 21211');
  });
});

describe('a wish that the provider does not take', () => {
  it.each([
    [503, 20503, ProviderAway],
    [500, 0, ProviderAway],
    [401, 20003, ProviderAway],
    [403, 20005, ProviderAway],
    [403, 20403, ProviderAway],
    [404, 20404, ProviderAway],
    [429, 20429, ProviderAway],
    [400, 10001, ProviderAway],
    // These are for the operator to mend: the number we ring from, and a country that is not switched on.
    [400, 21210, RequestRefused],
    [400, 21212, RequestRefused],
    [400, 21215, RequestRefused],
    [403, 21215, RequestRefused],
    [403, 21408, RequestRefused],
    [403, 13227, RequestRefused],
    // Others of the number, which are not in anybody's list.
    [400, 13224, RequestRefused],
    [400, 21219, RequestRefused],
    [400, 29999, RequestRefused],
    // Of our own number: for the operator, too.
    [400, 21606, RequestRefused],
    [400, 21659, RequestRefused],
    [400, 21660, RequestRefused],
    [400, 21661, RequestRefused],
    [403, 21608, RequestRefused],
  ])('is told by status %d and code %d, never by whom it was about', async (status, code, meaning) => {
    provider.fail(status, code);
    for (const wish of [telephony().ring(TO, CALL), telephony().text(TO, WORDS)]) {
      const { error, told } = await failureOf(wish);
      expect(told).toContain(`the phone provider answered ${status}, its code ${code}`);
      expect(told).not.toMatch(/10000000071|哨兵|token-of/);
      expect(error).not.toBeInstanceOf(NumberRefused);
      expect(error).toBeInstanceOf(meaning);
    }
  });

  it('because it answers late is given up', async () => {
    provider.slow(5000);
    const { error, told } = await failureOf(telephony({ seconds: 0.05 }).ring(TO, CALL));
    expect(error).toMatchObject({ name: 'TimeoutError' });
    // It may have taken it.
    expect(error).not.toBeInstanceOf(ProviderAway);
    expect(error).not.toBeInstanceOf(RequestRefused);
    expect(told).not.toMatch(/10000000071|token-of/);
  });

  it('because nobody is there is an error too', async () => {
    const { error, told } = await failureOf(telephony({}, { api: 'http://127.0.0.1:1' }).text(TO, WORDS));
    expect(error).toBeInstanceOf(Error);
    expect(told).not.toMatch(/10000000071|哨兵|token-of/);
  });

  it('because nothing listens there was surely not taken', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const { error } = await failureOf(telephony({}, { api: `http://127.0.0.1:${port}` }).ring(TO, CALL));
    expect(error).toBeInstanceOf(ProviderAway);
  });

  it('is not taken elsewhere: nobody else is to know of whom it was about', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    const { error } = await failureOf(telephony({}, { api: `http://127.0.0.1:${port}` }).text(TO, WORDS));
    elsewhere.close();
    expect(error).toBeInstanceOf(Error);
    expect(asked).toEqual([`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`]);
  });

  it('because there is no token is not asked for', async () => {
    const before = provider.asked.length;
    const account = { authToken: () => Promise.reject(new Error('no secret')) };
    expect((await failureOf(telephony({}, account).ring(TO, CALL))).told).toContain('no secret');
    expect(provider.asked).toHaveLength(before);
  });
});
