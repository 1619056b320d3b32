import { describe, expect, it } from 'vitest';
import { NumberRefused, ProviderAway, type Telephony } from '#ports/telephony.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

/** A telephony, what its provider was asked for, and how the provider is made to take nothing. */
interface Provider {
  telephony: Telephony;
  asked(): { rung: { to: string; answerUrl: string; statusUrl: string }[]; texts: { to: string; words: string }[] };
  fails(why: 'the number' | 'itself'): void;
}

const TO = telephone('+8610000000071');
const WORDS = '【临淄区81890】您反映的问题已受理';
const CALL = {
  answerUrl: 'https://hotline.example/voice/twilio?rates=LZ261123100016',
  statusUrl: 'https://hotline.example/voice/twilio?ended=yes&rates=LZ261123100016',
  ringSeconds: 25,
};

/** What every Telephony does; `make` gives one whose provider was asked for nothing yet. */
export const telephonySuite = (name: string, make: () => Promise<Provider>): void => {
  describe(`${name} as a telephony`, () => {
    it('rings with both addresses, and names the call', async () => {
      const { telephony, asked } = await make();
      const [one, other] = [await telephony.ring(TO, CALL), await telephony.ring(TO, CALL)];
      expect(one.call).toMatch(/^CA\w+$/);
      expect(other.call).not.toBe(one.call);
      const { ringSeconds: _, ...addresses } = CALL;
      const wish = { to: TO, ...addresses };
      expect(asked()).toEqual({ rung: [wish, wish], texts: [] });
    });

    it('texts the words as they are, and names the message', async () => {
      const { telephony, asked } = await make();
      expect((await telephony.text(TO, WORDS)).message).toMatch(/^SM\w+$/);
      expect(asked()).toEqual({ rung: [], texts: [{ to: TO, words: WORDS }] });
    });

    it('tells a number that can not be rung or texted from a provider that takes nothing', async () => {
      const { telephony, asked, fails } = await make();
      const failures = async () =>
        Promise.all([telephony.ring(TO, CALL), telephony.text(TO, WORDS)].map((one) => one.catch((error) => error)));
      fails('the number');
      for (const error of await failures()) expect(error).toBeInstanceOf(NumberRefused);
      fails('itself');
      for (const error of await failures()) {
        expect(error).toBeInstanceOf(ProviderAway);
        expect(error).not.toBeInstanceOf(NumberRefused);
      }
      expect(asked()).toEqual({ rung: [], texts: [] });
    });
  });
};
