import { signal } from '@preact/signals';
import { queries } from '#web/parts/start.tsx';
import { Refused } from '#web/session/call.ts';
import { kept } from '#web/session/kept.ts';
import { person } from '#web/session/sign-in.ts';
import { type Filed, type NewMatter, residentApi } from './api.ts';
import { forgetDraft } from './draft.ts';

interface Waiting {
  /** Whose it is: nobody else who signs in on this phone sends or reads it. */
  by: string;
  /** Of this one matter, so that it is filed once, however often it is sent. */
  key: string;
  body: NewMatter;
}

/** A matter that was given to be filed, and of which no answer has come yet. */
const waiting = kept<Waiting | undefined>('waiting', undefined);

/** What waits, for the person to whom it belongs; who is signed out may be that person. */
export const waitingHere = (): Waiting | undefined =>
  person.value === undefined || person.value.id === waiting.value?.by ? waiting.value : undefined;

/** What was filed last from this phone, as it was answered. */
export const filed = signal<Filed | undefined>(undefined);

/** Why the hotline did not take it. */
export const refusal = signal<Refused | undefined>(undefined);

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** It has to sign in first: what waits goes on waiting. */
const isSignedOut = (error: Refused): boolean => error.problem.code === 'unauthenticated';

let isSending = false;

/** Sends what waits, if something does. Without an answer it goes on waiting; what is refused goes back to the draft. */
export const sendWaiting = async (): Promise<void> => {
  const value = waitingHere();
  if (!value || !person.value || isSending) return;
  isSending = true;
  try {
    filed.value = await residentApi.open(value.body, value.key);
    waiting.value = undefined;
    forgetDraft();
    await queries.invalidateQueries({ queryKey: ['own'] });
    location.hash = '#/filed';
  } catch (error) {
    if (!(error instanceof Refused) || isSignedOut(error)) return;
    waiting.value = undefined;
    refusal.value = error;
    location.hash = '#/check';
  } finally {
    isSending = false;
  }
};

/** Gives a matter to be filed. It is kept before it is sent, so that nothing is lost on the way. */
export const file = async (body: NewMatter): Promise<void> => {
  refusal.value = undefined;
  if (!person.value) return;
  waiting.value = { by: person.value.id, key: newKey(), body };
  location.hash = '#/sending';
  await sendWaiting();
};

/** Takes it back into the draft. */
export const dontSend = (): void => {
  waiting.value = undefined;
  location.hash = '#/';
};

const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** Sends what waits as soon as that is possible: at the start, when the connection is back, and again after longer and longer waits. */
export const keepSending = (): void => {
  let wait = FIRST_WAIT_MS;
  const tryAgain = async (): Promise<void> => {
    await sendWaiting();
    wait = waiting.value ? Math.min(2 * wait, LONGEST_WAIT_MS) : FIRST_WAIT_MS;
    setTimeout(() => void tryAgain(), wait);
  };
  window.addEventListener('online', () => {
    wait = FIRST_WAIT_MS;
    void sendWaiting();
  });
  void tryAgain();
};
