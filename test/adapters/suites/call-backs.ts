import { describe, expect, it } from 'vitest';
import type { CallBack } from '#domain/calls/call-back.ts';
import { callBackId } from '#domain/calls/call-back-id.ts';
import { secondsLater } from '#test/adapters/matters.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { callBackOf, counted, endOf, type KeptCalls, LATER, LI, leaving, left, ring, TEN, WANG } from './ended-calls.ts';

/** Between the two moments of the others. */
const SOON = secondsLater(1800);

/** What every CallBacks does, and every CallStore with the call-backs that calls leave; `make` gives empty ones. */
export const callBacksSuite = (name: string, make: () => Promise<KeptCalls>): void => {
  describe(`${name} keeps the call-back of a caller who was lost`, () => {
    it('by its id and by its caller, and tells the desk of it without a number', async () => {
      const kept = await make();
      const callBack = callBackOf(LI, 1);
      expect(await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBack, true)))).toBe('ended');
      expect(await kept.callBacks.ofCaller(keyOfPhone(LI))).toStrictEqual(callBack);
      expect(await kept.callBacks.get(callBack.id)).toStrictEqual(callBack);
      const message = { type: 'call-back-wanted', id: callBack.id, at: LATER, correlationId: 'end of twilio:CA1' };
      expect(await kept.wanted()).toStrictEqual([message]);
      expect(JSON.stringify(message)).not.toContain(LI.slice(-6));
    });

    it('and none of anybody else', async () => {
      const kept = await make();
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBackOf(LI, 1), true)));
      for (const found of [
        kept.callBacks.ofCaller(keyOfPhone(WANG)),
        kept.callBacks.get(callBackId(keyOfPhone(WANG), TEN)),
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
      const [one, next] = [callBackOf(LI, 1), callBackOf(LI, 2, { id: callBackId(keyOfPhone(LI), LATER), since: LATER })];
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, one, true)));
      await kept.calls.end(endOf('twilio:CA2', leaving(one, next, true)));
      expect([await kept.callBacks.get(one.id), await kept.callBacks.get(next.id)]).toEqual([undefined, next]);
      expect((await kept.wanted()).map(({ id }) => id).sort()).toEqual([one.id, next.id].sort());
    });

    it.each([
      ['is there by now', 1, undefined, callBackOf(LI, 1)],
      ['has changed since', 2, callBackOf(LI, 1), callBackOf(LI, 2)],
      ['is another one by now', 1, callBackOf(LI, 1, { id: callBackId(keyOfPhone(LI), LATER) }), callBackOf(LI, 2)],
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
      expect(await kept.callBacks.ofCaller(keyOfPhone(LI))).toStrictEqual(done(two));
      expect(await kept.wanted()).toHaveLength(1);
    });

    it('sealed, without a number or a call, also of one who had none, and writes over nothing that came meanwhile', async () => {
      const kept = await make();
      const { phone: _, ...sealed } = callBackOf(LI, 1, { calls: [], sealedAt: LATER, doneAt: LATER, outcome: 'settled' });
      expect(await kept.callBacks.replace(undefined, sealed)).toBe('replaced');
      expect(await kept.callBacks.ofCaller(keyOfPhone(LI))).toStrictEqual(sealed);
      expect(await kept.callBacks.replace(undefined, sealed)).toBe('conflict');
      expect(await kept.calls.end(endOf('twilio:CA1', leaving(undefined, callBackOf(LI, 1), true)))).toBe('conflict');
      const next = callBackOf(LI, 2, { sealedAt: LATER });
      expect(await kept.calls.end(endOf('twilio:CA1', leaving(sealed, next, true)))).toBe('ended');
      expect(await kept.callBacks.get(next.id)).toStrictEqual(next);
    });

    it('and says since when each waits who is still to be rung, the oldest first', async () => {
      const kept = await make();
      const waits = async () => (await kept.callBacks.waiting()).filter((since) => [SOON, LATER].includes(since));
      const [older, newer] = [callBackOf(WANG, 1, { since: SOON }), callBackOf(LI, 1, { since: LATER })];
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, newer, true)));
      await kept.calls.end(endOf('twilio:CA2', leaving(undefined, older, true)));
      await expect.poll(waits).toEqual([SOON, LATER]);
      const again = { ...older, version: 2, calls: [...older.calls, ...callBackOf(WANG, 1).calls] };
      await kept.callBacks.replace(older, again);
      await expect.poll(waits).toEqual([SOON, LATER]);
      // As it is read from there and written again.
      const read = (await kept.callBacks.get(again.id)) ?? again;
      await kept.callBacks.replace(again, { ...read, version: 3, doneAt: LATER, outcome: 'reached' });
      await expect.poll(waits).toEqual([LATER]);
      const { phone: _, ...sealed } = { ...newer, version: 2, calls: [], sealedAt: LATER };
      await kept.callBacks.replace(newer, sealed);
      await expect.poll(waits).toEqual([]);
    });

    it('and neither what it was given nor what it gave is the thing itself', async () => {
      const kept = await make();
      const given = callBackOf(LI, 1);
      await kept.calls.end(endOf('twilio:CA1', leaving(undefined, given, true)));
      given.calls.pop();
      (await kept.callBacks.ofCaller(keyOfPhone(LI)))?.calls.pop();
      expect((await kept.callBacks.ofCaller(keyOfPhone(LI)))?.calls).toHaveLength(1);
    });
  });
};
