import { effect, signal, untracked } from '@preact/signals';
import { queries } from '#web/parts/start.tsx';
import { alone } from '#web/session/alone.ts';
import { Refused } from '#web/session/call.ts';
import { browserStore, whenChangedElsewhere } from '#web/session/kept.ts';
import { person, whenSigningOut } from '#web/session/sign-in.ts';
import { type Filed, residentApi } from './api.ts';
import { draft, forgetDraft } from './draft.ts';
import { isWritten } from './matter.ts';
import { outboxOf } from './sending.ts';
import { isOfWaiting, type Waiting } from './waiting.ts';

/** What was filed from this phone and not seen yet, as it was answered; the newest is the last. */
export const filed = signal<readonly Filed[]>([]);

/** Why the hotline did not take what stands in the draft. */
export const refusal = signal<Refused | undefined>(undefined);

const outbox = outboxOf<Filed>({
  store: browserStore,
  draft,
  by: () => person.value?.id,
  send: async (body, key) => {
    try {
      return { answer: await residentApi.open(body, key) };
    } catch (error) {
      return error instanceof Refused ? { refused: error.problem } : 'none';
    }
  },
  alone: (work) => alone('sending', work),
  now: () => Date.now(),
  onFiled: (answer) => {
    filed.value = [...filed.value, answer];
    void queries.invalidateQueries({ queryKey: ['own'] });
    // Nobody is led away from what they read or write, but for danger.
    const isIdle = ['', '#/'].includes(location.hash) && !isWritten(draft.value);
    if (answer.danger || location.hash === '#/sending' || isIdle) location.hash = '#/filed';
  },
  onRefused: (problem) => {
    refusal.value = new Refused(problem);
    location.hash = '#/check';
  },
});

whenSigningOut.add(() => {
  filed.value = [];
  refusal.value = undefined;
  forgetDraft();
});

effect(() => {
  const id = person.value?.id;
  if (id !== undefined) untracked(() => outbox.giveDraftTo(id));
});

/** What waits, for the person who is signed in, and how much of it there is on this phone. */
export const { mine: waitingHere, count: countWaiting, sendAll: sendWaiting } = outbox;

/** Gives the draft to be filed. It is kept before it is sent, so that nothing is lost on the way. */
export const file = async (): Promise<void> => {
  refusal.value = undefined;
  outbox.file();
  location.hash = '#/sending';
  await sendWaiting();
};

/** Takes one back into the draft. */
export const takeBack = (one: Waiting): void => {
  refusal.value = undefined;
  outbox.takeBack(one);
  location.hash = '#/';
};

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** Sends what waits as soon as that is possible: at the start, when the connection is back, and again after longer and longer waits. */
export const keepSending = (): void => {
  let wait = FIRST_WAIT_MS;
  const tryAgain = async (): Promise<void> => {
    await sendWaiting();
    wait = waitingHere().some(({ held }) => held === undefined) ? Math.min(2 * wait, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    setTimeout(() => void tryAgain(), wait);
  };
  whenChangedElsewhere((key) => {
    if (key === undefined || isOfWaiting(key)) outbox.lookAgain();
  });
  window.addEventListener('online', () => {
    wait = FIRST_WAIT_MS;
    void sendWaiting();
  });
  void tryAgain();
};
