import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { Busy } from '#domain/errors.ts';

/** Until when the door must have answered for which something is done. */
const doors = new AsyncLocalStorage<number>();

/** Does the work of a door that has so many milliseconds: what is asked again within it, is not asked again after them. */
export const withinDoorTime = <T>(milliseconds: number, work: () => Promise<T>): Promise<T> =>
  doors.run(performance.now() + milliseconds, work);

/** So long something is asked again where no door waits: it comes again by itself. */
const WITHOUT_A_DOOR_MS = 5000;
const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 1000;

/**
 * Gives what waits before something is asked again: each time about twice as long as before, and never twice the same.
 * It throws Busy with the reason when the time of the door does not suffice.
 */
export const growingWaits = (): ((reason: string) => Promise<void>) => {
  const now = performance.now();
  const end = Math.min(now + WITHOUT_A_DOOR_MS, doors.getStore() ?? Number.POSITIVE_INFINITY);
  let longest = FIRST_WAIT_MS;
  return async (reason) => {
    const milliseconds = longest * (0.5 + Math.random() / 2);
    if (performance.now() + milliseconds > end) throw new Busy(reason);
    longest = Math.min(longest * 2, LONGEST_WAIT_MS);
    await wait(milliseconds);
  };
};
