import { describe, expect, it } from 'vitest';
import { openingsIn, secondsLater } from '#test/adapters/matters.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { callBackOf, counted, endOf, type KeptCalls, LATER, LI, leaving, left, ring, silent, TEN, WANG } from './ended-calls.ts';

/** What every CallStore does with the end of a call; `make` gives an empty one. */
export const callEndingsSuite = (name: string, make: () => Promise<KeptCalls>): void => {
  describe(`${name} ends a call`, () => {
    it('that is counted where it came in, and recorded where that was found out', async () => {
      const kept = await make();
      await ring(kept, 'twilio:CA1');
      expect(await kept.calls.end(endOf('twilio:CA1', { connected: true }))).toBe('ended');
      expect(await left(kept)).toEqual({
        counted: [{ openedAt: TEN, connected: true }],
        learnt: [TEN],
        callBack: undefined,
        wanted: [],
        silent: [],
      });
      expect(await kept.source.openedIn(LATER)).toEqual({ tickets: [], calls: [], unreadable: 0 });
      expect((await kept.calls.get('twilio:CA1'))?.turns).toHaveLength(1);
    });

    it('of which nothing was kept, and keeps nothing of it that was not told', async () => {
      const kept = await make();
      expect(await kept.calls.end(endOf('twilio:CA1'))).toBe('ended');
      expect(await counted(kept)).toEqual([{ openedAt: TEN, connected: false }]);
      expect([await kept.calls.get('twilio:CA1'), await silent(kept)]).toEqual([undefined, []]);
      expect(await ring(kept, 'twilio:CA1')).toBe('added');
    });

    it('and leaves the others', async () => {
      const kept = await make();
      for (const id of ['twilio:CA1', 'jambonz:CA1', 'twilio:CA2']) await ring(kept, id);
      await kept.calls.end(endOf('twilio:CA1'));
      expect(await silent(kept)).toEqual(['jambonz:CA1', 'twilio:CA2']);
    });

    it('once: as it was told first, however often and late it is told', async () => {
      const kept = await make();
      await ring(kept, 'twilio:CA1');
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBackOf(LI, 1), true)));
      const before = await left(kept);
      const other = callBackOf(WANG, 1);
      const again = [
        endOf('twilio:CA1', { connected: true }),
        endOf('twilio:CA1', { recordedAt: secondsLater(7200), call: { id: 'twilio:CA1', startedAt: LATER } }),
        endOf('twilio:CA1', leaving(undefined, other, true)),
        endOf('twilio:CA1', leaving(callBackOf(LI, 1), callBackOf(LI, 2), false)),
        endOf('twilio:CA1', leaving(undefined, callBackOf(LI, 1), true)),
      ];
      for (const ending of again) expect(await kept.calls.end(ending)).toBe('ended-before');
      expect(await left(kept)).toEqual(before);
      expect(await kept.callBacks.ofCaller(keyOfPhone(WANG))).toBeUndefined();
      expect(await kept.source.openedIn(LATER)).toEqual({ tickets: [], calls: [], unreadable: 0 });
    });

    it('once more when a late turn has made it silent again, and nothing is counted twice', async () => {
      const kept = await make();
      await ring(kept, 'twilio:CA1');
      await kept.calls.end(endOf('twilio:CA1'));
      const call = { id: 'twilio:CA1', startedAt: TEN, turns: [] };
      expect(await kept.calls.addTurn(call, { step: 1, answer: {} }, secondsLater(700))).toBe('added');
      expect(await silent(kept)).toEqual(['twilio:CA1']);
      expect(await kept.calls.end(endOf('twilio:CA1'))).toBe('ended-before');
      expect(await silent(kept)).toEqual([]);
      expect(await counted(kept)).toHaveLength(1);
    });

    it('as connected after all, when it was counted as lost: recorded anew, and once', async () => {
      const kept = await make();
      await ring(kept, 'twilio:CA1');
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBackOf(LI, 1), true)));
      const before = await left(kept);
      const recordedAt = secondsLater(7200);
      const correction = { call: { id: 'twilio:CA1', startedAt: TEN }, recordedAt };
      await Promise.all(Array.from({ length: 5 }, () => kept.calls.correct(correction)));
      expect(await left(kept)).toEqual({ ...before, counted: [{ openedAt: TEN, connected: true }], learnt: [] });
      expect(await openingsIn(kept.source, recordedAt)).toEqual([TEN]);
      await kept.calls.correct({ ...correction, recordedAt: secondsLater(9000) });
      expect(await openingsIn(kept.source, secondsLater(9000))).toEqual([]);
    });

    it('only where it was counted as lost is it corrected', async () => {
      const kept = await make();
      await kept.calls.correct({ call: { id: 'twilio:CA1', startedAt: TEN }, recordedAt: LATER });
      expect(await counted(kept)).toEqual([]);
      await kept.calls.end(endOf('twilio:CA1', { connected: true }));
      await kept.calls.correct({ call: { id: 'twilio:CA1', startedAt: TEN }, recordedAt: secondsLater(7200) });
      expect(await openingsIn(kept.source, secondsLater(7200))).toEqual([]);
      expect(await counted(kept)).toEqual([{ openedAt: TEN, connected: true }]);
    });

    it('once when its end is told twenty times at once', async () => {
      const kept = await make();
      await ring(kept, 'twilio:CA1');
      const ends = Array.from({ length: 20 }, (_, place) => kept.calls.end(endOf('twilio:CA1', { connected: place % 2 === 0 })));
      const outcomes = await Promise.all(ends);
      expect(outcomes.toSorted()).toEqual(['ended', ...Array(19).fill('ended-before')]);
      expect(await counted(kept)).toEqual([{ openedAt: TEN, connected: outcomes.indexOf('ended') % 2 === 0 }]);
      expect(await silent(kept)).toEqual([]);
    });
  });
};
