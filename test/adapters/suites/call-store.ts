import { describe, expect, it } from 'vitest';
import { type Call, MOST_TURNS, type Turn } from '#domain/calls/call.ts';
import type { CallStore } from '#ports/call-store.ts';
import { secondsLater } from '#test/adapters/matters.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

const call: Call = { id: 'twilio:CA1', startedAt: secondsLater(0), phone: telephone('+8610000000001'), turns: [] };
const turn = (step: number, said = `answer ${step}`): Turn => ({ step, answer: { Digits: '1', SpeechResult: said } });

/** What every CallStore does with a call that goes on; `make` gives an empty one. */
export const callStoreSuite = (name: string, make: () => Promise<CallStore>): void => {
  describe(`${name} keeps a call`, () => {
    it('that nobody made as none', async () => {
      expect(await (await make()).get('twilio:CA0')).toBeUndefined();
    });

    it('from its first turn on, turn by turn', async () => {
      const calls = await make();
      for (const step of [0, 1, 2]) expect(await calls.addTurn(call, turn(step), secondsLater(600 + step))).toBe('added');
      expect(await calls.get(call.id)).toStrictEqual({ ...call, turns: [turn(0), turn(1), turn(2)] });
      expect(await calls.get('twilio:CA2')).toBeUndefined();
    });

    it('of somebody whose number is withheld', async () => {
      const calls = await make();
      const { phone: _, ...withheld } = call;
      await calls.addTurn({ ...withheld, phone: undefined } as Call, turn(0), undefined);
      expect(await calls.get(call.id)).toStrictEqual({ ...withheld, turns: [turn(0)] });
    });

    it('with the moment at which it began, and the number of that moment', async () => {
      const calls = await make();
      await calls.addTurn(call, turn(0), undefined);
      await calls.addTurn({ ...call, startedAt: secondsLater(3600), phone: telephone('+8610000000002') }, turn(1), undefined);
      expect(await calls.get(call.id)).toMatchObject({ startedAt: call.startedAt, phone: call.phone });
    });

    it('whose caller said nothing', async () => {
      const calls = await make();
      await calls.addTurn(call, { step: 0, answer: {} }, undefined);
      await calls.addTurn(call, { step: 1, answer: { SpeechResult: '' } }, undefined);
      expect((await calls.get(call.id))?.turns.map(({ answer }) => answer)).toEqual([{}, { SpeechResult: '' }]);
    });

    it.each([
      ['comes again', [0, 1], 1],
      ['comes late', [0, 1, 2], 0],
      ['comes before the one before it', [0], 2],
      ['is not the first of an unknown call', [], 1],
    ])('and takes no turn that %s', async (_why, there, step) => {
      const calls = await make();
      for (const earlier of there) await calls.addTurn(call, turn(earlier), undefined);
      expect(await calls.addTurn(call, turn(step, 'another'), secondsLater(1))).toBe('conflict');
      expect((await calls.get(call.id))?.turns ?? []).toEqual(there.map((earlier) => turn(earlier)));
      expect(await calls.silent(secondsLater(9), 9)).toEqual([]);
    });

    it.each([0, 1])('and takes step %i once when it is delivered twenty times at once', async (step) => {
      const calls = await make();
      if (step === 1) await calls.addTurn(call, turn(0), undefined);
      const deliveries = Array.from({ length: 20 }, (_, place) => calls.addTurn(call, turn(step, String(place)), undefined));
      const outcomes = await Promise.all(deliveries);
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      const kept = (await calls.get(call.id))?.turns.at(step)?.answer.SpeechResult;
      expect(kept).toBe(String(outcomes.indexOf('added')));
    });

    it('of so many turns and no more', async () => {
      const calls = await make();
      await calls.addTurn(call, turn(0), undefined);
      expect(await calls.addTurn(call, turn(MOST_TURNS - 1), undefined)).toBe('conflict');
      await expect(calls.addTurn(call, turn(MOST_TURNS), undefined)).rejects.toThrow(/at most/);
    });
  });

  describe(`${name} finds calls of which nothing is heard`, () => {
    const rung = (calls: CallStore, id: string, seconds: number | undefined) =>
      calls.addTurn({ ...call, id }, turn(0), seconds === undefined ? undefined : secondsLater(seconds));

    it('from the millisecond on at which they were to be heard of', async () => {
      const calls = await make();
      await rung(calls, 'twilio:CA1', 60);
      expect(await calls.silent(secondsLater(59.999), 9)).toEqual([]);
      expect(await calls.silent(secondsLater(60), 9)).toEqual(['twilio:CA1']);
    });

    it('longest silent first, at most so many, whatever their ids are like', async () => {
      const calls = await make();
      const ids = ['connect:a#b', 'twilio:z', 'jambonz:1/2=3', 'twilio:a'];
      for (const [place, id] of ids.entries()) await rung(calls, id, 100 - place * 10);
      await rung(calls, 'twilio:b', 70);
      expect(await calls.silent(secondsLater(100), 9)).toEqual([
        'twilio:a',
        'twilio:b',
        'jambonz:1/2=3',
        'twilio:z',
        'connect:a#b',
      ]);
      expect(await calls.silent(secondsLater(100), 2)).toEqual(['twilio:a', 'twilio:b']);
      expect(await calls.silent(secondsLater(80), 9)).toEqual(['twilio:a', 'twilio:b', 'jambonz:1/2=3']);
    });

    it('later when they were heard of once more, and never when nobody is to look', async () => {
      const calls = await make();
      await rung(calls, 'twilio:CA1', 60);
      await rung(calls, 'twilio:CA2', undefined);
      await calls.addTurn(call, turn(1), secondsLater(120));
      expect(await calls.silent(secondsLater(119), 9)).toEqual([]);
      expect(await calls.silent(secondsLater(120), 9)).toEqual(['twilio:CA1']);
      await calls.addTurn(call, turn(2), undefined);
      expect(await calls.silent(secondsLater(9999), 9)).toEqual([]);
    });
  });
};
