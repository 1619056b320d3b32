import type { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import { callBackId } from '#domain/calls/call-back-id.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { CallBacks } from '#ports/call-backs.ts';
import type { CallEnding, CallStore } from '#ports/call-store.ts';
import type { FiguresSource } from '#ports/figures.ts';
import { openingsIn, secondsLater } from '#test/adapters/matters.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { telephone } from '#test/unit/domain/telephones.ts';

/** What is kept of calls, and what can be seen of it. */
export interface KeptCalls {
  calls: CallStore;
  callBacks: CallBacks;
  source: FiguresSource;
  /** What the desk was told: in the order of writing, or in any. */
  wanted(): Promise<CallBackWanted[]>;
}

/** A caller who is lost. */
export const LI = telephone('+8610000000001');
/** Another caller. */
export const WANG = telephone('+8610000000002');
/** When the calls come in, and when they are found to have ended. */
export const [TEN, LATER] = [secondsLater(0), secondsLater(3600)];

/** A call-back as it is after so many changes. */
export const callBackOf = (phone: Telephone, version: number, more: Partial<CallBack> = {}): CallBack => {
  const call = (_: unknown, place: number) => ({ call: `twilio:CA${place}`, at: TEN, reason: 'hung-up' as const });
  return {
    id: callBackId(keyOfPhone(phone), TEN),
    phone,
    since: TEN,
    version,
    calls: Array.from({ length: version }, call),
    ...more,
  };
};
/** The end of a call, an hour after it came in. */
export const endOf = (id: string, more: Partial<CallEnding> = {}): CallEnding => ({
  call: { id, startedAt: TEN },
  recordedAt: LATER,
  connected: false,
  correlationId: `end of ${id}`,
  ...more,
});
/** What an end leaves of a call-back. */
export const leaving = (seen: CallBack | undefined, becomes: CallBack, isNew: boolean) => ({
  callBack: { seen, becomes, isNew },
});

/** Begins a call that is to be heard of within ten minutes. */
export const ring = ({ calls }: KeptCalls, id: string) =>
  calls.addTurn({ id, startedAt: TEN, phone: LI, turns: [] }, { step: 0, answer: {} }, secondsLater(600));
/** The calls that should have gone on by an hour after they came in, and did not. */
export const silent = ({ calls }: KeptCalls) => calls.silent(LATER, 99);
/** What the figures count of the calls that came in at ten. */
export const counted = async ({ source }: KeptCalls) => (await source.openedIn(TEN)).calls;
/** All that an end can leave. */
export const left = async (kept: KeptCalls) => ({
  counted: await counted(kept),
  learnt: await openingsIn(kept.source, LATER),
  callBack: await kept.callBacks.ofCaller(keyOfPhone(LI)),
  wanted: await kept.wanted(),
  silent: await silent(kept),
});
