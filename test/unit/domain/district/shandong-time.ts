import { workingCalendar } from '#domain/district/calendar.ts';
import { localTime } from '#domain/instant.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

/** Minutes from UTC to the time of Shandong. */
export const SHANDONG = 8 * 60;
/** The working calendar of the small district. */
export const calendar = workingCalendar(smallDistrict.calendar, SHANDONG);

/** What the clock on the wall shows at a moment. */
export const shown = (at: string): string => {
  const { day, minute } = localTime(at, SHANDONG);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
};
