import { describe, expect, it } from 'vitest';
import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import { callBackId } from '#domain/calls/call-back-id.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { CallEnding, CallStore } from '#ports/call-store.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { secondsLater } from '#test/adapters/matters.ts';

/** What is kept of calls, and what can be seen of it. */
export interface KeptCalls {
  calls: CallStore;
  callBacks: CallBacks;
  source: FiguresSource;
  /** What the desk was told: in the order of writing, or in any. */
  wanted(): Promise<CallBackWanted[]>;
}

export const LI = '+8610000000001';
const WANG = '+8610000000002';
const [TEN, LATER] = [secondsLater(0), secondsLater(3600)];

/** A call-back as it is after so many changes. */
export const callBackOf = (phone: string, version: number, more: Partial<CallBack> = {}): CallBack => {
  const call = (_: unknown, place: number) => ({ call: `twilio:CA${place}`, at: TEN, reason: 'hung-up' as const });
  return { id: callBackId(phone, TEN), phone, since: TEN, version, calls: Array.from({ length: version }, call), ...more };
};
/** The end of a call, an hour after it came in. */
export const endOf = (id: string, more: Partial<CallEnding> = {}): CallEnding => ({
  call: { id, startedAt: TEN },
  recordedAt: LATER,
  connected: false,
  correlationId: `end of ${id}`,
  ...more,
});
const leaving = (seen: CallBack | undefined, becomes: CallBack, isNew: boolean) => ({ callBack: { seen, becomes, isNew } });

/** What every CallStore does with the end of a call, and every CallBacks beside it; `make` gives empty ones. */
export const callEndingsSuite = (name: string, make: () => Promise<KeptCalls>): void => {
  const ring = ({ calls }: KeptCalls, id: string) =>
    calls.addTurn({ id, startedAt: TEN, phone: LI, turns: [] }, { step: 0, answer: {} }, secondsLater(600));
  const silent = ({ calls }: KeptCalls) => calls.silent(LATER, 99);
  const counted = async ({ source }: KeptCalls) => (await source.openedIn(TEN)).calls;
  /** All that an end can leave. */
  const left = async (kept: KeptCalls) => ({
    counted: await counted(kept),
    learnt: await kept.source.openingsRecordedIn(LATER),
    callBack: await kept.callBacks.ofCaller(LI),
    wanted: await kept.wanted(),
    silent: await silent(kept),
  });

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
      expect(await kept.source.openedIn(LATER)).toEqual({ tickets: [], calls: [] });
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
      expect(await kept.callBacks.ofCaller(WANG)).toBeUndefined();
      expect(await kept.source.openedIn(LATER)).toEqual({ tickets: [], calls: [] });
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

  describe(`${name} keeps the call-back of a caller who was lost`, () => {
    it('by its id and by its caller, and tells the desk of it without a number', async () => {
      const kept = await make();
      const callBack = callBackOf(LI, 1);
      expect(await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBack, true)))).toBe('ended');
      expect(await kept.callBacks.ofCaller(LI)).toStrictEqual(callBack);
      expect(await kept.callBacks.get(callBack.id)).toStrictEqual(callBack);
      const message = { type: 'call-back-wanted', id: callBack.id, at: LATER, correlationId: 'end of twilio:CA1' };
      expect(await kept.wanted()).toStrictEqual([message]);
      expect(JSON.stringify(message)).not.toContain(LI.slice(-6));
    });

    it('and none of anybody else', async () => {
      const kept = await make();
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBackOf(LI, 1), true)));
      for (const found of [
        kept.callBacks.ofCaller(WANG),
        kept.callBacks.get(callBackId(WANG, TEN)),
        kept.callBacks.get('nobody'),
      ]) {
        expect(await found).toBeUndefined();
      }
    });

    it('and adds to it without telling the desk again', async () => {
      const kept = await make();
      const [one, two] = [callBackOf(LI, 1), callBackOf(LI, 2)];
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, one, true)));
      expect(await kept.calls.end(endOf('twilio:CA2', leaving(one, two, false)))).toBe('ended');
      expect(await kept.callBacks.get(one.id)).toStrictEqual(two);
      expect(await kept.wanted()).toHaveLength(1);
      expect(await counted(kept)).toHaveLength(2);
    });

    it('one at a time: the id of the one before finds nothing any more', async () => {
      const kept = await make();
      const [one, next] = [callBackOf(LI, 1), callBackOf(LI, 2, { id: callBackId(LI, LATER), since: LATER })];
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, one, true)));
      await kept.calls.end(endOf('twilio:CA2', leaving(one, next, true)));
      expect([await kept.callBacks.get(one.id), await kept.callBacks.get(next.id)]).toEqual([undefined, next]);
      expect((await kept.wanted()).map(({ id }) => id).sort()).toEqual([one.id, next.id].sort());
    });

    it.each([
      ['is there by now', 1, undefined, callBackOf(LI, 1)],
      ['has changed since', 2, callBackOf(LI, 1), callBackOf(LI, 2)],
      ['is another one by now', 1, callBackOf(LI, 1, { id: callBackId(LI, LATER) }), callBackOf(LI, 2)],
      ['is gone', 0, callBackOf(LI, 1), callBackOf(LI, 2)],
    ])('and writes nothing of a call when one %s', async (_what, there, seen, becomes) => {
      const kept = await make();
      await ring(kept, 'twilio:CA2');
      if (there > 0) await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBackOf(LI, there), true)));
      const before = await left(kept);
      expect(await kept.calls.end(endOf('twilio:CA2', leaving(seen, becomes, true)))).toBe('conflict');
      expect(await left(kept)).toEqual(before);
      expect(before.silent).toEqual(['twilio:CA2']);
    });

    it('of whom two calls are lost at once: the one that comes second looks again', async () => {
      const kept = await make();
      const ends = ['twilio:CA1', 'twilio:CA2'].map((id) =>
        kept.calls.end(endOf(id, leaving(undefined, callBackOf(LI, 1), true))),
      );
      expect((await Promise.all(ends)).sort()).toEqual(['conflict', 'ended']);
      expect(await counted(kept)).toHaveLength(1);
      expect(await kept.wanted()).toHaveLength(1);
    });

    it('until somebody has reached them, if nothing changed meanwhile', async () => {
      const kept = await make();
      const [one, two] = [callBackOf(LI, 1), callBackOf(LI, 2)];
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, one, true)));
      await kept.calls.end(endOf('twilio:CA2', leaving(one, two, false)));
      const done = (seen: CallBack): CallBack => ({ ...seen, version: seen.version + 1, doneAt: LATER, outcome: 'reached' });
      expect(await kept.callBacks.replace(one, done(one))).toBe('conflict');
      expect(await kept.callBacks.get(two.id)).toStrictEqual(two);
      const outcomes = await Promise.all(Array.from({ length: 9 }, () => kept.callBacks.replace(two, done(two))));
      expect(outcomes.toSorted()).toEqual([...Array(8).fill('conflict'), 'replaced']);
      expect(await kept.callBacks.ofCaller(LI)).toStrictEqual(done(two));
      expect(await kept.wanted()).toHaveLength(1);
    });

    it('and neither what it was given nor what it gave is the thing itself', async () => {
      const kept = await make();
      const given = callBackOf(LI, 1);
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, given, true)));
      given.calls.pop();
      (await kept.callBacks.ofCaller(LI))?.calls.pop();
      expect((await kept.callBacks.ofCaller(LI))?.calls).toHaveLength(1);
    });
  });
};
