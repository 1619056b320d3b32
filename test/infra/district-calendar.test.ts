import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chineseCalendar, type PublishedDays } from '#infra/district/chinese-calendar.ts';

const published = JSON.parse(readFileSync('node_modules/chinese-days/dist/chinese-days.json', 'utf8')) as PublishedDays;

/** All days from one to another, both included. */
const days = (first: string, last = first): string[] => {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  return Array.from({ length: (to - from) / 86_400_000 + 1 }, (_, n) =>
    new Date(from + n * 86_400_000).toISOString().slice(0, 10),
  );
};
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

// As the State Council's General Office published them, written down by hand and not taken from the package.
const OFFICIAL = {
  // 国办发明电〔2024〕12号
  2025: {
    off: [
      days('2025-01-01'),
      days('2025-01-28', '2025-02-04'),
      days('2025-04-04', '2025-04-06'),
      days('2025-05-01', '2025-05-05'),
      days('2025-05-31', '2025-06-02'),
      days('2025-10-01', '2025-10-08'),
    ],
    atWork: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  // 国办发明电〔2025〕7号
  2026: {
    off: [
      days('2026-01-01', '2026-01-03'),
      days('2026-02-15', '2026-02-23'),
      days('2026-04-04', '2026-04-06'),
      days('2026-05-01', '2026-05-05'),
      days('2026-06-19', '2026-06-21'),
      days('2026-09-25', '2026-09-27'),
      days('2026-10-01', '2026-10-07'),
    ],
    atWork: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

const without = (year: number, from: string, to: string): PublishedDays => ({
  ...published,
  holidays: Object.fromEntries(
    Object.entries(published.holidays).filter(([day]) => !(day >= `${year}-${from}` && day <= `${year}-${to}`)),
  ),
});

describe('the Chinese calendar', () => {
  it.each([2025, 2026] as const)('has the published holidays and make-up days of %i, and no others', (year) => {
    const { holidays, makeUpDays } = chineseCalendar();
    const ofYear = (list: string[]): string[] => list.filter((day) => day.startsWith(String(year)));
    expect(ofYear(holidays)).toEqual(OFFICIAL[year].off.flat().filter((day) => !isWeekend(day)));
    expect(ofYear(makeUpDays)).toEqual(OFFICIAL[year].atWork);
  });

  it('covers 2025 and 2026; 2027 has not been published', () => {
    const { coveredYears, holidays, makeUpDays } = chineseCalendar();
    expect(coveredYears).toEqual({ first: 2025, last: 2026 });
    expect([...holidays, ...makeUpDays].every((day) => day.startsWith('2025') || day.startsWith('2026'))).toBe(true);
  });

  it.each([
    ['New Year', '01-01', '01-03'],
    ['Spring Festival', '02-15', '02-23'],
    ['Tomb-sweeping Day', '04-04', '04-06'],
    ['Labour Day', '05-01', '05-05'],
    ['Dragon Boat Festival', '06-19', '06-21'],
    ['Mid-autumn Festival', '09-25', '09-27'],
    ['National Day', '10-01', '10-07'],
  ])('does not call a year covered in which %s is missing', (_, from, to) => {
    const calendar = chineseCalendar(without(2026, from, to));
    expect(calendar.coveredYears).toEqual({ first: 2025, last: 2025 });
    expect(calendar.holidays.some((day) => day.startsWith('2026'))).toBe(false);
  });

  it('covers the next year as soon as the package has it', () => {
    const dates = ['2027-01-01', '2027-02-06', '2027-04-05', '2027-05-01', '2027-06-09', '2027-09-15', '2027-10-01'];
    const holidays = { ...published.holidays, ...Object.fromEntries(dates.map((day) => [day, 'planted'])) };
    expect(chineseCalendar({ ...published, holidays }).coveredYears).toEqual({ first: 2025, last: 2027 });
  });

  it('refuses a package that does not even know its first year', () => {
    expect(() => chineseCalendar({ holidays: {}, workdays: {} })).toThrow('chinese-days has no holidays of 2025');
  });
});
