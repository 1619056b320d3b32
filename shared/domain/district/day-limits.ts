import { type Day, type Instant, instantOf, localTime, offsetMinutes, plusDays } from '#domain/instant.ts';
import type { DayLimits, District, Limits } from './district.ts';

type Limit = keyof DayLimits;

/** What holds where the district says nothing else. */
const DEFAULTS: Record<Limit, number> = {
  ticketsOfAccount: 20,
  ticketsOfNumber: 20,
  textsToNumber: 5,
  codesOfTicket: 5,
  codesToNumber: 15,
  ringsToNumber: 6,
  texts: 3000,
  codes: 1000,
  rings: 1000,
};

/** How much one person, one telephone or the whole hotline may cause on a day. */
export const dayLimit = (limit: Limit, { limits }: { limits: Pick<Limits, 'aDay'> }): number =>
  limits.aDay?.[limit] ?? DEFAULTS[limit];

/** The day of the district that an instant falls in. */
export const dayOf = ({ utcOffset }: Pick<District, 'utcOffset'>, at: Instant): Day =>
  localTime(at, offsetMinutes(utcOffset)).day;

/** When the next day of the district begins, and with it new counts. */
export const nextDayAfter = (district: Pick<District, 'utcOffset'>, at: Instant): Instant =>
  instantOf(plusDays(dayOf(district, at), 1), 0, offsetMinutes(district.utcOffset));
