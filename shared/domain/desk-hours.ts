import { calendarOf } from './calendar.ts';
import type { District } from './district.ts';
import { type Instant, localTime, minuteOfTime, offsetMinutes } from './instant.ts';

/** Whether people sit at the hotline's desk at this moment. */
export const isDeskOpen = (district: Pick<District, 'phone' | 'calendar' | 'utcOffset'>, at: Instant): boolean => {
  const { days, hours } = district.phone.agents;
  const { day, minute } = localTime(at, offsetMinutes(district.utcOffset));
  if (days === 'working-days' && !calendarOf(district).isWorkingDay(day)) return false;
  return hours.some(({ from, to }) => minute >= minuteOfTime(from) && minute < minuteOfTime(to));
};
