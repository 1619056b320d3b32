import { type Instant, localTime, minuteOfTime, offsetMinutes, plusDays } from '#domain/instant.ts';
import { calendarOf } from './calendar.ts';
import type { District } from './district.ts';

const MINUTES_A_DAY = 24 * 60;

/** Whether people sit at the hotline's desk at this moment. */
export const isDeskOpen = (district: Pick<District, 'phone' | 'calendar' | 'utcOffset'>, at: Instant): boolean => {
  const { days, hours } = district.phone.agents;
  const { day, minute } = localTime(at, offsetMinutes(district.utcOffset));
  if (days === 'working-days' && !calendarOf(district).isWorkingDay(day)) return false;
  return hours.some(({ from, to }) => minute >= minuteOfTime(from) && minute < minuteOfTime(to));
};

/**
 * How long the desk is closed at most, in minutes: from an end of its hours to the next beginning, in any year that the
 * calendar covers.
 */
export const longestClosedMinutes = (district: Pick<District, 'phone' | 'calendar' | 'utcOffset'>): number => {
  const { days, hours } = district.phone.agents;
  const { first, last } = district.calendar.coveredYears;
  const isOpenOn = days === 'working-days' ? calendarOf(district).isWorkingDay : () => true;
  const open = hours.map(({ from, to }) => [minuteOfTime(from), minuteOfTime(to)] as const).sort(([one], [other]) => one - other);
  let [longest, closedSince] = [0, 0];
  for (let [day, start] = [`${first}-01-01`, 0]; day <= `${last}-12-31`; day = plusDays(day, 1), start += MINUTES_A_DAY) {
    if (!isOpenOn(day)) continue;
    for (const [from, to] of open) {
      longest = Math.max(longest, start + from - closedSince);
      closedSince = start + to;
    }
  }
  return longest;
};
