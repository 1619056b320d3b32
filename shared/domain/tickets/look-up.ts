import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import { Day, Instant, minutesBetween } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';

/** What somebody without an account says: that the ticket of this number was filed with the telephone of this key. */
export const LookedUp = once(() => z.looseObject({ number: z.string(), phoneKey: z.string() }));
export type LookedUp = z.infer<ReturnType<typeof LookedUp>>;

/** So long a code is good. */
export const CODE_MINUTES = 10;
/** So long it goes on to be good after it was used: its answer may have been lost on the way. */
export const AGAIN_MINUTES = 2;
/** So often somebody may try a code. */
const MOST_TRIES = 5;
/** For so long a text is on its way, and asking again changes nothing. */
const ON_ITS_WAY_MINUTES = 1;
/** So much the clocks of two machines may differ. What is further ahead was written by a clock that was wrong. */
const CLOCKS_DIFFER_MINUTES = 1;
/** What holds where the district says nothing else. */
const LOOK_UP_DAYS = 90;

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
    /** When the ticket was first read by it. */
    usedAt: Instant.optional(),
    /** So many codes were asked for on this day of the district. */
    day: Day,
    codes: z.int().min(1),
    /** Counts its changes. */
    version: z.int().min(1),
  }),
);
export type LookUp = z.infer<ReturnType<typeof LookUp>>;

/**
 * Whether a ticket is looked up without an account. One that was filed with an account is not: its reporter signs in, and
 * nobody has shown that the telephone in it is theirs. On the phone that number called, and at the desk it was said to an
 * agent. What ended long ago is not, either.
 */
export const isLookedUp = (ticket: Ticket, { limits }: Pick<District, 'limits'>, at: Instant): boolean => {
  if (ticket.reporter.key !== undefined) return false;
  if (factsOf(ticket).clocks !== 'stop') return true;
  const ended = ticket.closedAt ?? ticket.resolvedAt ?? ticket.openedAt;
  return minutesBetween(ended, at) <= (limits.lookUpDays ?? LOOK_UP_DAYS) * 24 * 60;
};

/** Whether something happened less than so many minutes ago. */
const isWithin = (minutes: number, since: Instant, at: Instant): boolean => {
  const passed = minutesBetween(since, at);
  return passed < minutes && passed > -CLOCKS_DIFFER_MINUTES;
};

/** The look-up after somebody asked for a code; or that one is on its way, or that there were `most` on this day. */
export const askedFor = (
  seen: LookUp | undefined,
  { number, phoneKey }: LookedUp,
  at: Instant,
  { day, most }: { day: Day; most: number },
): LookUp | 'on-its-way' | 'too-many' => {
  if (seen && isWithin(ON_ITS_WAY_MINUTES, seen.askedAt, at)) return 'on-its-way';
  const before = seen?.day === day ? seen.codes : 0;
  if (before >= most) return 'too-many';
  const { usedAt: _, ...kept } = seen ?? {};
  return {
    ...kept,
    number,
    phoneKey,
    askedAt: at,
    tries: 0,
    day,
    codes: before + 1,
    version: (seen?.version ?? 0) + 1,
  };
};

/** Whether its code may be texted and tried at this moment. */
export const isGood = ({ askedAt, tries, usedAt }: LookUp, at: Instant): boolean =>
  tries < MOST_TRIES && isWithin(CODE_MINUTES, askedAt, at) && (usedAt === undefined || isWithin(AGAIN_MINUTES, usedAt, at));

/** The look-up after one more try, right or wrong. */
export const triedOnce = (seen: LookUp): LookUp => ({ ...seen, tries: seen.tries + 1, version: seen.version + 1 });

/** The look-up after its ticket was read; when it was read first decides for how long that may be done again. */
export const usedOnce = (seen: LookUp, at: Instant): LookUp => ({
  ...seen,
  usedAt: seen.usedAt ?? at,
  version: seen.version + 1,
});
