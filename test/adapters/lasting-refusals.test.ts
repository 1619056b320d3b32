import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twilioTelephony } from '#adapters/twilio/telephony.ts';
import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused } from '#ports/telephony.ts';
import { type PhoneProvider, startPhoneProvider } from '#simulator/phone-provider.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TO = telephone('+8610000000071');
const WORDS = '【临淄区81890】哨兵之事';
const CALL = { answerUrl: 'https://hotline.example/a', statusUrl: 'https://hotline.example/b', ringSeconds: 25 };

let provider: PhoneProvider;
beforeAll(async () => {
  provider = await startPhoneProvider();
});
afterAll(() => provider?.stop());

const telephony = () =>
  twilioTelephony({ account: ACCOUNT, authToken: async () => 'token-of-the-account', api: provider.url, from: '+8653381890' });
/** What a wish failed with, and all of it that could reach a log. */
const failureOf = async (wish: Promise<unknown>): Promise<{ error: unknown; told: string }> => {
  const error = await wish.then(
    () => 'was taken',
    (reason: Error) => reason,
  );
  const { message, stack, cause } = error as Error;
  return { error, told: `${message} ${stack} ${cause}` };
};

describe('a call or a text that the provider refuses', () => {
  it.each([21202, 21211, 21214, 21216, 21217, 21265, 21610, 21612, 21614, 21635])(
    'for its number, code %d, is refused for ever, a call as well as a text',
    async (code) => {
      for (const status of [400, 403]) {
        provider.fail(status, code);
        for (const wish of [telephony().ring(TO, CALL), telephony().text(TO, WORDS)]) {
          const { error, told } = await failureOf(wish);
          expect(error).toBeInstanceOf(NumberRefused);
          expect(error).toMatchObject({ code: String(code) });
          expect(told).not.toMatch(/10000000071|哨兵|token-of/);
        }
      }
    },
  );

  it.each([21408, 21215, 13227])('for its country, code %d, is refused until the operator switches it on', async (code) => {
    provider.fail(403, code);
    for (const wish of [telephony().ring(TO, CALL), telephony().text(TO, WORDS)]) {
      const { error } = await failureOf(wish);
      expect(error).toBeInstanceOf(LastingRefusal);
      expect(error).not.toBeInstanceOf(NumberRefused);
      expect(error).toMatchObject({ code: String(code) });
    }
  });

  it.each([401, 429, 500, 503])(
    'with status %d is the provider away, whatever code of ours or of nobody stands beside it',
    async (status) => {
      for (const code of [20003, 20429, 21606, 29999]) {
        provider.fail(status, code);
        const { error } = await failureOf(telephony().text(TO, WORDS));
        expect(error).toBeInstanceOf(ProviderAway);
        expect(error).not.toBeInstanceOf(RequestRefused);
      }
    },
  );
});
