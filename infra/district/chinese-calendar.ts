import chineseDays from 'chinese-days';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { CalendarData } from '#domain/district/district.ts';

/** The published days by date (`2026-10-01`), as the package keeps them: public holidays and make-up working days (调休). */
export interface PublishedDays {
  holidays: Record<string, unknown>;
  workdays: Record<string, unknown>;
}

// Older years are published too, but no ticket of this system was opened in them.
const FIRST_YEAR = 2025;

/** The days that are holidays by law in every year, so that a year without one of them has not been (fully) published. */
const holidaysByLaw = (year: number): string[] => [
  `${year}-01-01`,
  chineseDays.getSolarDateFromLunar(`${year}-01-01`).date, // 春节
  chineseDays.getSolarTermDate(year, 4, 'pure_brightness'), // 清明
  `${year}-05-01`,
  chineseDays.getSolarDateFromLunar(`${year}-05-05`).date, // 端午
  chineseDays.getSolarDateFromLunar(`${year}-08-15`).date, // 中秋
  `${year}-10-01`,
];

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00.000Z`).getUTCDay());

/**
 * China's holidays on weekdays and make-up days on weekends, with the years in a row for which they have been published.
 * The package itself answers plain weekdays for a year that it knows nothing of, so that is looked into here.
 */
export const chineseCalendar = (days: PublishedDays = published): Omit<CalendarData, 'hours'> => {
  const isCovered = (year: number): boolean => holidaysByLaw(year).every((day) => Object.hasOwn(days.holidays, day));
  if (!isCovered(FIRST_YEAR))
    throw new Error(`chinese-days has no holidays of ${FIRST_YEAR}: install the version in package.json`);
  let last = FIRST_YEAR;
  while (isCovered(last + 1)) last += 1;

  const inCoveredYears = (day: string): boolean => Number(day.slice(0, 4)) >= FIRST_YEAR && Number(day.slice(0, 4)) <= last;
  const daysOf = (source: Record<string, unknown>, weekend: boolean): string[] =>
    Object.keys(source)
      .filter((day) => inCoveredYears(day) && isWeekend(day) === weekend)
      .sort();
  return {
    coveredYears: { first: FIRST_YEAR, last },
    holidays: daysOf(days.holidays, false),
    makeUpDays: daysOf(days.workdays, true),
  };
};
