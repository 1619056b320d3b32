import { signal } from '@preact/signals';
import { kept, windowStore } from '#web/session/kept.ts';
import type { ReadByCode } from './api.ts';

/** What somebody typed to look a ticket up without an account. */
interface Typed {
  number: string;
  phone: string;
  code: string;
  /** A code was asked for, and is to be typed. */
  isAsked: boolean;
}

const empty: Typed = { number: '', phone: '', code: '', isAsked: false };

/**
 * It stays while this window is open, also without a connection, and when a phone drops the page while somebody reads the
 * text. The next person at this screen is another.
 */
export const typed = kept<Typed>('look-up', empty, windowStore);

/** The ticket that was read. It is kept nowhere: a code is good once. */
export const found = signal<ReadByCode | undefined>(undefined);

/** Puts something into what was typed. */
export const type = (part: Partial<Typed>): void => {
  typed.value = { ...typed.value, ...part };
};

/** Forgets what was typed, once it has led to its ticket. */
export const forgetTyped = (): void => {
  typed.value = empty;
};

/** Begins anew. */
export const lookUpAnew = (): void => {
  found.value = undefined;
  forgetTyped();
};
