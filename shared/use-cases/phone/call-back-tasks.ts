import { createHash } from 'node:crypto';
import { type CallBack, isToBeRung, type OpenCallBack, triedInVain } from '#domain/calls/call-back.ts';
import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { Clock } from '#ports/clock.ts';
import type { Leased, LeaseQueue, Leasing } from '#ports/lease-queue.ts';
import { leaseStanding } from '#use-cases/lease-standing.ts';

/** The desk's queue of call-backs. What lies in it names one; who called is read only when it is taken. */
type CallBackQueue = LeaseQueue<{ id: string }>;

const MOST_ATTEMPTS = 5;
/** When the desk tries again to reach a caller. */
const AGAIN_AFTER_SECONDS = 30 * 60;

interface TakingNeeds {
  callBackQueue: Pick<CallBackQueue, 'lease' | 'acknowledge'>;
  callBacks: Pick<CallBacks, 'get'>;
}

/** Leases call-backs that are still to be done: not what was done or sealed, or gave way to a newer one of its caller. */
export const takeCallBacks = (leasing: Leasing, { callBackQueue, callBacks }: TakingNeeds): Promise<Leased<OpenCallBack>[]> =>
  leaseStanding(
    leasing,
    (again) => callBackQueue.lease(again),
    async ({ lease, item: { id } }) => {
      const callBack = await callBacks.get(id);
      if (callBack && isToBeRung(callBack)) return { lease, item: callBack };
      await callBackQueue.acknowledge(id, lease);
      return undefined;
    },
  );

interface FinishingNeeds {
  callBackQueue: Pick<CallBackQueue, 'standing' | 'acknowledge' | 'giveBack'>;
  callBacks: Pick<CallBacks, 'get' | 'replace'>;
  district: Pick<District, 'phone'>;
  now: Clock;
}

/** What became of ringing a caller back. */
interface Finish {
  id: string;
  lease: string;
  outcome: 'reached' | 'unreached';
  /** Whether to try again later; means nothing for one who was reached. */
  again: boolean;
}

/**
 * Finishes a call-back, or puts it off, as often as the district rings in vain. It is written as done before it leaves the
 * queue: if only the first happens, it comes once more and is then seen to be done. Gives whether it is done; throws Refusal
 * `lease-invalid`.
 */
export const completeCallBack = async ({ id, lease, outcome, again }: Finish, needs: FinishingNeeds): Promise<boolean> => {
  const isHeld = (await needs.callBackQueue.standing(id, lease)) === 'held';
  const isPutOff = outcome === 'unreached' && again;
  if (isPutOff && !(await isLastTry(id, lease, isHeld, needs))) {
    await needs.callBackQueue.giveBack(id, lease, AGAIN_AFTER_SECONDS);
    return false;
  }
  // That the caller was reached is true whoever holds the call-back by now; to give it up is for its holder alone.
  if (!isPutOff) await writeDone(id, outcome, isHeld || outcome === 'reached', needs);
  await needs.callBackQueue.acknowledge(id, lease).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
  return true;
};

/** Changes a call-back as long as there is something to change; gives how it is then, or nothing for what gave way to a newer one. */
const changed = async (
  id: string,
  change: (seen: CallBack) => CallBack | undefined,
  { callBacks }: FinishingNeeds,
): Promise<CallBack | undefined> => {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const seen = await callBacks.get(id);
    const becomes = seen && change(seen);
    if (!becomes) return seen;
    if ((await callBacks.replace(seen, becomes)) === 'replaced') return becomes;
  }
  throw new Error('this call-back changes faster than it can be read');
};

/** Counts a try in vain, once for each lease; gives whether it was the last one. */
const isLastTry = async (id: string, lease: string, isHeld: boolean, needs: FinishingNeeds): Promise<boolean> => {
  if (!isHeld) throw new Refusal('lease-invalid');
  const mark = createHash('sha256').update(lease).digest('base64url');
  const tried = { lease: mark, at: needs.now(), most: needs.district.phone.callBackTries };
  const becomes = await changed(id, (seen) => triedInVain(seen, tried), needs);
  return becomes?.triedBy === mark && becomes.doneAt !== undefined;
};

/** Writes that a call-back is done, unless it was done before or there is a newer one of its caller. */
const writeDone = async (id: string, outcome: Finish['outcome'], may: boolean, needs: FinishingNeeds): Promise<void> => {
  await changed(
    id,
    (seen) => {
      if (seen.doneAt !== undefined) return undefined;
      if (!may) throw new Refusal('lease-invalid');
      return { ...seen, version: seen.version + 1, doneAt: needs.now(), outcome };
    },
    needs,
  );
};
