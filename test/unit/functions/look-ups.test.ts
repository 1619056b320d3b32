import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeText } from '#channels/sms/words.ts';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { dayLimit } from '#domain/district/day-limits.ts';
import { aboutText, createHandler } from '#functions/text-reporters/handler.ts';
import { memoryLookUpCodes } from '#test/adapters/memory/look-ups.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { lookUpHotline as hotline, MINE } from './look-up-hotline.ts';

const OTHER = telephone('+8610000000072');
const NO_TICKET = 'SD261123999990';

describe('who has no account', () => {
  it('is texted a code by which they read the ticket as its reporter does, once', async () => {
    const { number, ask, read, sendTexts, codes, telephony, pass } = await hotline();
    expect(await ask()).toEqual({ status: 202, body: { goodForMinutes: 10 } });
    expect(await sendTexts()).toEqual(['sent']);
    const [code = ''] = codes();
    expect(telephony.texts).toEqual([{ to: MINE, words: codeText(code, smallDistrict) }]);
    const { status, body } = await read(code);
    expect([status, body]).toMatchObject([200, { number, actions: [], isOpen: true }]);
    expect(body.matter.length).toBeGreaterThan(0);
    pass(2);
    expect(await read(code)).toBe('code-not-right');
  });

  it('reads it by the same code again for two minutes, since the first answer may be lost', async () => {
    const { ask, read, sendTexts, codes, pass } = await hotline();
    await ask();
    await sendTexts();
    const [code = ''] = codes();
    pass(5);
    const first = await read(code);
    pass(1.9);
    expect(await read('000000')).toBe('code-not-right');
    expect(await read(code)).toEqual(first);
    pass(0.1);
    expect(await read(code)).toBe('code-not-right');
  });

  it.each(['get', 'contact'] as const)(
    'loses no code where the table fails at %s: a try, until there are none',
    async (method) => {
      const { ask, read, sendTexts, codes, store, pass, lookUps } = await hotline();
      await ask();
      await sendTexts();
      const [code = ''] = codes();
      const away = { store: { ...store, [method]: () => Promise.reject(new Error('throttled')) } };
      for (let n = 0; n < 4; n += 1) {
        expect(await read(code, {}, away)).toEqual(new Error('throttled'));
        pass(2.1);
      }
      expect(lookUps.all()).toMatchObject([{ tries: 4 }]);
      expect(lookUps.all()[0]).not.toHaveProperty('usedAt');
      expect(await read(code)).toMatchObject({ status: 200 });
      expect(await read(code)).toBe('code-not-right');
    },
  );

  it('types number, telephone and code as people do', async () => {
    const { number, ask, read, sendTexts, codes } = await hotline();
    await ask({ number: ` ${number.slice(2, 8)} ${number.slice(8)}`, phone: '100 0000 0071' });
    await sendTexts();
    const [code = ''] = codes();
    const fullWidth = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
    expect(await read(` ${fullWidth.slice(0, 3)} ${fullWidth.slice(3)}`)).toMatchObject({ status: 200 });
  });

  it.each([['confidential', { confidential: true }] as const, ['anonymous', { anonymous: true }] as const])(
    'reads also what they told as %s: the text says nothing of the ticket',
    async (_, reporter) => {
      const { number, ask, read, sendTexts, codes, telephony } = await hotline(reporter);
      await ask();
      expect(await sendTexts()).toEqual(['sent']);
      expect(telephony.texts[0]?.words).not.toContain(number.slice(-6));
      expect(await read(codes()[0] ?? '')).toMatchObject({ status: 200 });
    },
  );
});

/** Ports that note which of their methods are called, in order. */
const noting = ({
  store,
  lookUps,
  phoneKeys,
  lookUpCodes,
}: Pick<Awaited<ReturnType<typeof hotline>>, (typeof NOTED)[number]>) => {
  const calls: string[] = [];
  const ports = { store, lookUps, phoneKeys, lookUpCodes };
  const noted = (name: string, port: object): object =>
    new Proxy(port, {
      get: (target, method) => {
        const found: unknown = Reflect.get(target, method);
        if (typeof found !== 'function') return found;
        return (...given: unknown[]) => {
          calls.push(`${name}.${String(method)}`);
          return found(...given);
        };
      },
    });
  return { calls, needs: Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, noted(name, port)])) };
};
const NOTED = ['store', 'lookUps', 'phoneKeys', 'lookUpCodes'] as const;

/** Pairs of a number and a telephone that are not the ticket's. */
const STRANGE = [
  ['no such ticket', { number: NO_TICKET }],
  ['another telephone', { phone: OTHER }],
  ['neither', { number: NO_TICKET, phone: OTHER }],
] as const;

describe('a stranger who tries numbers', () => {
  it.each(STRANGE)('gets the same answer for %s, by the same work, and nobody is texted', async (_, typed) => {
    const [real, unreal] = [await hotline(), await hotline()];
    const [ofReal, ofUnreal] = [noting({ ...real }), noting({ ...unreal })];
    const answers = [await real.ask({}, ofReal.needs), await unreal.ask(typed, ofUnreal.needs)];
    expect(answers[1]).toEqual(answers[0]);
    expect(ofUnreal.calls).toEqual(ofReal.calls);
    expect(ofReal.calls).toEqual(['phoneKeys.of', 'lookUps.get', 'lookUps.ask']);
    expect(await unreal.sendTexts()).toEqual(['not-filed-with-it']);
    expect(unreal.telephony.texts).toEqual([]);
  });

  it.each(STRANGE)('is told nothing else by codes for %s, even by the right one', async (_, typed) => {
    const { ask, read, lookUps } = await hotline();
    await ask(typed);
    const [asked] = lookUps.all();
    if (!asked) throw new Error('nothing was asked for');
    expect(await read('000000', typed)).toBe('code-not-right');
    expect(await read(await memoryLookUpCodes.of(asked), typed)).toBe('code-not-right');
    expect(await read('000000', { number: NO_TICKET, phone: telephone('+8610000000099') })).toBe('code-not-right');
  });

  it.each([
    ['ticket-number-mistyped', { number: '123' }],
    ['request-invalid', { phone: '12' }],
    ['phone-not-texted', { phone: '0533 7180000' }],
  ])('is refused %s before anything is looked at', async (code, typed) => {
    const { ask, read } = await hotline();
    const nothing = { store: undefined, lookUps: undefined, phoneKeys: undefined };
    expect([await ask(typed, nothing), await read('000000', typed, nothing)]).toEqual([code, code]);
  });

  it('has five tries, also if all come at once', async () => {
    const { ask, read, lookUps } = await hotline();
    await ask();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => read(String(n).padStart(6, '9'))));
    expect(new Set(answers.map((answer) => (typeof answer === 'string' ? answer : answer.name)))).toEqual(
      new Set(['code-not-right']),
    );
    const [asked] = lookUps.all();
    expect(asked?.tries).toBe(5);
    if (asked) expect(await read(await memoryLookUpCodes.of(asked))).toBe('code-not-right');
  });

  it('uses a code up at its first reading, also if the right one comes many times at once: each is a try', async () => {
    const { ask, read, sendTexts, codes, lookUps, pass } = await hotline();
    await ask();
    await sendTexts();
    const answers = await Promise.all(Array.from({ length: 9 }, () => read(codes()[0] ?? '')));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'code-not-right')).toHaveLength(4);
    expect(lookUps.all()).toMatchObject([{ tries: 5, usedAt: MONDAY_AT_TEN }]);
    pass(2);
    expect(await read(codes()[0] ?? '')).toBe('code-not-right');
  });

  it('finds no code good after ten minutes, nor one before the newest', async () => {
    const { ask, read, sendTexts, codes, pass } = await hotline();
    await ask();
    await sendTexts();
    pass(10);
    expect(await read(codes()[0] ?? '')).toBe('code-not-right');
    await ask();
    await sendTexts();
    pass(2);
    await ask();
    await sendTexts();
    expect(await read(codes()[1] ?? '')).toBe('code-not-right');
    expect(await read(codes()[2] ?? '')).toMatchObject({ status: 200 });
  });
});

describe('the text with a code', () => {
  it('goes out once for each that was asked for, however often its message comes, and few times a day', async () => {
    const most = dayLimit('codesOfTicket', smallDistrict);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }), async (waits) => {
        const { ask, sendTexts, telephony, lookUps, pass } = await hotline();
        let hours = 0;
        for (const minutes of waits) {
          pass(minutes);
          hours += minutes / 60;
          const answer = await ask();
          expect([202, 'too-many-codes']).toContain(answer.status ?? answer);
          await sendTexts();
        }
        expect(telephony.texts.length).toBe(lookUps.wanted().length);
        expect(telephony.texts.length).toBeLessThanOrEqual(most * (hours < 14 ? 1 : 3));
      }),
      { numRuns: 30 },
    );
  });

  it('is limited for a telephone, whatever tickets it has, and uses up no other text', async () => {
    const { store, ask, sendTexts, telephony, sent, ...needs } = await hotline();
    const most = dayLimit('codesToNumber', smallDistrict);
    for (let n = 1; n <= most; n += 1) {
      const other = opening({ channel: 'phone', reporterKey: undefined, contact: { phone: MINE } }, { random: n });
      await store.open(other, { scope: 'test', key: `more ${n}`, digest: 'd' });
      await ask({ number: other.ticket.number });
    }
    await ask();
    const outcomes = await sendTexts();
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(most);
    expect(outcomes.filter((outcome) => outcome === 'number-had-enough')).toHaveLength(1);
    needs.pass(5);
    const [event] = store.allEvents();
    if (!event) throw new Error('nothing was opened');
    expect(await createHandler({ ...needs, store, telephony, sent })(messageOf(event))).toBe('sent');
  });

  it('that comes too late, or after another one was asked for, is not sent', async () => {
    const { ask, sendTexts, telephony, pass } = await hotline();
    await ask();
    pass(3);
    await ask();
    expect(await sendTexts()).toEqual(['code-no-more-good', 'sent']);
    pass(10);
    expect(await sendTexts()).toEqual(['code-no-more-good', 'code-no-more-good']);
    expect(telephony.texts).toHaveLength(1);
  });

  it('goes to no landline, and of its message a log says nothing by which a telephone is found', async () => {
    const landline = telephone('+865337180000');
    const { lookUps, number, sendTexts } = await hotline({ contact: { phone: landline } });
    const day = MONDAY_AT_TEN.slice(0, 10);
    const of = { number, phoneKey: keyOfPhone(landline) };
    await lookUps.ask(undefined, { ...of, askedAt: MONDAY_AT_TEN, tries: 0, day, codes: 1, version: 1 }, 'test');
    expect(await sendTexts()).toEqual(['no-mobile-number']);
    const [wanted] = lookUps.wanted();
    if (wanted) expect(aboutText(wanted)).toEqual({ ticket: number, correlationId: 'test' });
  });
});
