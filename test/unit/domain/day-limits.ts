import type { DayLimits, District } from '#domain/district/district.ts';

/** A district with other limits of a day. */
export const withDayLimits = (aDay: DayLimits, district: District): District => ({
  ...district,
  limits: { ...district.limits, aDay: { ...district.limits.aDay, ...aDay } },
});
