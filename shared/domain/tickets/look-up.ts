import * as z from 'zod';
import { Day, Instant, minutesBetween } from '#domain/instant.ts';
import { once } from '#domain/once.ts';

/** What somebody without an account says: that the ticket of this number was filed with the telephone of this key. */
export const LookedUp = once(() => z.looseObject({ number: z.string(), phoneKey: z.string() }));
export type LookedUp = z.infer<ReturnType<typeof LookedUp>>;

/** So long a code is good. */
export const CODE_MINUTES = 10;
/** So often somebody may try a code. */
const MOST_TRIES = 5;
/** For so long a text is on its way, and asking again changes nothing. */
const ON_ITS_WAY_MINUTES = 1;

/**
 * 查询: who asked for a code, and how often it was tried. There is one for each number and telephone that somebody named,
 * whether or not there is such a ticket, so that nothing here tells the one from the other. It holds no code: that follows
 * from when it was asked for, and from the deployment's secret.
 */
export const LookUp = once(() =>
  LookedUp().extend({
    /** When the present code was asked for. Each has another, and the one before is good no more. */
    askedAt: Instant,
    /** Of the present code. */
    tries: z.int().min(0),
    isUsed: z.boolean().default(false),
    /** So many codes were asked for on this day of the district. */
    day: Day,
    codes: z.int().min(1),
    /** Counts its changes. */
    version: z.int().min(1),
  }),
);
export type LookUp = z.infer<ReturnType<typeof LookUp>>;

/** The look-up after somebody asked for a code; or that one is on its way, or that there were `most` on this day. */
export const askedFor = (
  seen: LookUp | undefined,
  { number, phoneKey }: LookedUp,
  at: Instant,
  { day, most }: { day: Day; most: number },
): LookUp | 'on-its-way' | 'too-many' => {
  if (seen && minutesBetween(seen.askedAt, at) < ON_ITS_WAY_MINUTES) return 'on-its-way';
  const before = seen?.day === day ? seen.codes : 0;
  if (before >= most) return 'too-many';
  return {
    ...seen,
    number,
    phoneKey,
    askedAt: at,
    tries: 0,
    isUsed: false,
    day,
    codes: before + 1,
    version: (seen?.version ?? 0) + 1,
  };
};

/** Whether its code may be texted and tried at this moment. */
export const isGood = ({ askedAt, tries, isUsed }: LookUp, at: Instant): boolean =>
  !isUsed && tries < MOST_TRIES && minutesBetween(askedAt, at) < CODE_MINUTES;

/** The look-up after one more try, which uses the code up if it was the right one. */
export const triedOnce = (seen: LookUp, isRight: boolean): LookUp => ({
  ...seen,
  tries: seen.tries + 1,
  isUsed: isRight,
  version: seen.version + 1,
});
