import { describe, expect, it } from 'vitest';
import { type Call, type CallStore, MOST_TURNS, type Turn } from '../../../shared/ports/call-store.ts';

const call: Call = { id: 'twilio:CA1', startedAt: '2026-11-23T02:00:00.000Z', turns: [] };
const turn = (step: number, said = `answer ${step}`): Turn => ({ step, answer: { Digits: '1', SpeechResult: said } });

/** What every CallStore does; `make` gives an empty one. */
export const callStoreSuite = (name: string, make: () => Promise<CallStore>): void => {
  describe(`${name} keeps a call`, () => {
    it('that nobody made as none', async () => {
      expect(await (await make()).get('twilio:CA0')).toBeUndefined();
    });

    it('from its first turn on, turn by turn', async () => {
      const calls = await make();
      for (const step of [0, 1, 2]) expect(await calls.addTurn(call, turn(step))).toBe('added');
      expect(await calls.get(call.id)).toStrictEqual({ ...call, turns: [turn(0), turn(1), turn(2)] });
      expect(await calls.get('twilio:CA2')).toBeUndefined();
    });

    it('with the moment at which it began', async () => {
      const calls = await make();
      await calls.addTurn(call, turn(0));
      await calls.addTurn({ ...call, startedAt: '2026-11-23T03:00:00.000Z' }, turn(1));
      expect((await calls.get(call.id))?.startedAt).toBe(call.startedAt);
    });

    it('whose caller said nothing', async () => {
      const calls = await make();
      await calls.addTurn(call, { step: 0, answer: {} });
      await calls.addTurn(call, { step: 1, answer: { SpeechResult: '' } });
      expect((await calls.get(call.id))?.turns.map(({ answer }) => answer)).toEqual([{}, { SpeechResult: '' }]);
    });

    it.each([
      ['comes again', [0, 1], 1],
      ['comes late', [0, 1, 2], 0],
      ['comes before the one before it', [0], 2],
      ['is not the first of an unknown call', [], 1],
    ])('and takes no turn that %s', async (_why, there, step) => {
      const calls = await make();
      for (const earlier of there) await calls.addTurn(call, turn(earlier));
      expect(await calls.addTurn(call, turn(step, 'another'))).toBe('conflict');
      expect((await calls.get(call.id))?.turns ?? []).toEqual(there.map((earlier) => turn(earlier)));
    });

    it.each([0, 1])('and takes step %i once when it is delivered twenty times at once', async (step) => {
      const calls = await make();
      if (step === 1) await calls.addTurn(call, turn(0));
      const deliveries = Array.from({ length: 20 }, (_, place) => calls.addTurn(call, turn(step, String(place))));
      const outcomes = await Promise.all(deliveries);
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
      const kept = (await calls.get(call.id))?.turns.at(step)?.answer.SpeechResult;
      expect(kept).toBe(String(outcomes.indexOf('added')));
    });

    it('of so many turns and no more', async () => {
      const calls = await make();
      await calls.addTurn(call, turn(0));
      expect(await calls.addTurn(call, turn(MOST_TURNS - 1))).toBe('conflict');
      await expect(calls.addTurn(call, turn(MOST_TURNS))).rejects.toThrow(/at most/);
    });
  });
};
