import { kept, windowStore } from '#web/session/kept.ts';
import { person, whenSigningOut } from '#web/session/sign-in.ts';
import { deskApi, type LeasedCallBack } from './api.ts';

/** A caller whom somebody at this screen has taken to ring back. */
export interface Taken extends LeasedCallBack {
  /** Who took them. */
  by: string;
  /** When somebody else may get them, in milliseconds. */
  until: number;
  /** The tickets that were filed for them since. */
  filed: readonly string[];
}

/** So long an agent has for one caller: to ring, to listen and to write. */
const LEASE_SECONDS = 900;

/** They outlive a reload, and neither the window nor the session: numbers of callers stand in them. */
const all = kept<readonly Taken[]>('call-backs', [], windowStore);
whenSigningOut.add(() => {
  all.value = [];
});

/** The callers whom the person who is signed in has taken, in the order of taking. */
export const takenCallBacks = (): readonly Taken[] => all.value.filter(({ by }) => by === person.value?.id);

/** One of them by the id of its call-back. */
export const takenCallBack = (id: string): Taken | undefined => takenCallBacks().find(({ callBack }) => callBack.id === id);

const replace = (id: string, become: (one: Taken) => Taken[]): void => {
  all.value = all.value.flatMap((one) => (one.callBack.id === id ? become(one) : [one]));
};

/** Takes the next caller; undefined where nobody waits. One whom somebody here had before comes with a new lease. */
export const takeNext = async (): Promise<Taken | undefined> => {
  const until = Date.now() + LEASE_SECONDS * 1000;
  const { callBacks } = await deskApi.leaseCallBacks({ most: 1, leaseSeconds: LEASE_SECONDS });
  const [leased] = callBacks;
  if (!leased) return undefined;
  const { id } = leased.callBack;
  const next = { ...leased, by: person.value?.id ?? '', until, filed: takenCallBack(id)?.filed ?? [] };
  all.value = [...all.value.filter(({ callBack }) => callBack.id !== id), next];
  return next;
};

/** What became of ringing them. */
export type Outcome = 'reached' | 'again' | 'never';

/** Tells the hotline what became of ringing a caller, who then leaves this screen. Gives what it made of it: somebody's last try ends it. */
export const finish = async ({ callBack: { id }, lease }: Taken, outcome: Outcome): Promise<Outcome> => {
  const { done } = await deskApi.finishCallBack(id, {
    lease,
    outcome: outcome === 'reached' ? 'reached' : 'unreached',
    again: outcome === 'again',
  });
  putAway(id);
  return outcome === 'again' && done ? 'never' : outcome;
};

/** Takes a caller off this screen, and changes nothing else. */
export const putAway = (id: string): void => replace(id, () => []);

/** Keeps that a ticket was filed for a caller. */
export const noteFiled = (id: string, number: string): void => replace(id, (one) => [{ ...one, filed: [...one.filed, number] }]);
