import { describe, expect, it } from 'vitest';
import { messageOf } from '#contracts/messages/ticket-event-message.ts';
import { createHandler } from '#functions/text-reporters/handler.ts';
import { memoryLookUpCodes } from '#test/adapters/memory/look-ups.ts';
import { withDayLimits } from '#test/unit/domain/day-limits.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { lookUpHotline as hotline, MINE } from './look-up-hotline.ts';

/** A matter that an account filed with the telephone of somebody else. */
const filedByAccount = { reporterKey: 'user:stranger', contact: { phone: MINE }, channel: 'app' } as const;

describe('a stranger who knows a telephone', () => {
  it('gets nothing sent to it by tickets that accounts file, and uses up nothing of its own ticket', async () => {
    const { store, ask, read, sendTexts, telephony, number, lookUps, codes, pass } = await hotline();
    const strangers = Array.from({ length: 30 }, (_, n) => opening(filedByAccount, { random: n + 1 }));
    for (const [n, opened] of strangers.entries()) {
      await store.open(opened, { scope: 'test', key: `stranger ${n}`, digest: 'd' });
      expect(await ask({ number: opened.ticket.number })).toEqual({ status: 202, body: { goodForMinutes: 10 } });
    }
    expect(new Set(await sendTexts())).toEqual(new Set(['not-looked-up']));
    const [asked] = lookUps.all();
    if (asked) expect(await read(await memoryLookUpCodes.of(asked), { number: asked.number })).toBe('code-not-right');
    expect(telephony.texts).toEqual([]);
    await ask({ number });
    await sendTexts();
    pass(1);
    expect(telephony.texts).toHaveLength(1);
    expect(await read(codes()[0] ?? '')).toMatchObject({ status: 200 });
  });

  it('uses up with one ticket that they called for no code of another one', async () => {
    const { store, ask, sendTexts, telephony, pass } = await hotline();
    const forged = opening({ channel: 'phone', reporterKey: undefined, contact: { phone: MINE } }, { random: 1 });
    await store.open(forged, { scope: 'test', key: 'forged', digest: 'd' });
    for (let n = 0; n < 20; n += 1) {
      await ask({ number: forged.ticket.number });
      await sendTexts();
      pass(2);
    }
    expect(await ask({ number: forged.ticket.number })).toBe('too-many-codes');
    const before = telephony.texts.length;
    await ask();
    expect((await sendTexts()).at(-1)).toBe('sent');
    expect(telephony.texts).toHaveLength(before + 1);
  });

  it('uses up with codes no text of callers, though all codes of the day are gone', async () => {
    const { store, ask, sendTexts, pass, ...needs } = await hotline();
    const limited = { ...needs, store, district: withDayLimits({ codes: 3, texts: 5 }, needs.district) };
    const texting = createHandler(limited);
    for (let n = 1; n <= 6; n += 1) {
      const phone = telephone(`+86100000001${n}0`);
      const other = opening({ channel: 'phone', reporterKey: undefined, contact: { phone } }, { random: n });
      await store.open(other, { scope: 'test', key: `more ${n}`, digest: 'd' });
      await ask({ number: other.ticket.number, phone });
    }
    const outcomes = await Promise.all(needs.lookUps.wanted().map((wanted) => texting(wanted)));
    expect(outcomes.sort()).toEqual([...Array(3).fill('hotline-had-enough'), ...Array(3).fill('sent')]);
    pass(5);
    const opened = store.allEvents().slice(0, 6);
    const texts = await Promise.all(opened.map((event) => texting(messageOf(event))));
    expect(texts.sort()).toEqual(['hotline-had-enough', ...Array(5).fill('sent')]);
  });
});
