import { settings } from '#web/session/settings.ts';
import { shared } from './shared.ts';

const DAY = 24 * 60 * 60_000;

/** The offset of the district in milliseconds: +08:00. */
export const offset = (): number => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(settings.district.utcOffset) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -size : size;
};

/** Day and time of the district: 今天 16:30, or 11月30日 星期一 12:00. */
export const inWords = (instant: string, now = Date.now()): string => {
  const words = shared();
  const local = new Date(Date.parse(instant) + offset());
  const days = Math.floor(local.getTime() / DAY) - Math.floor((now + offset()) / DAY);
  const weekday = words.weekdays[local.getUTCDay()] ?? '';
  const date = words.date(local.getUTCMonth() + 1, local.getUTCDate(), weekday);
  const day = days === 0 ? words.today : days === 1 ? words.tomorrow : date;
  return `${day} ${local.toISOString().slice(11, 16)}`;
};

/** A month that a query names, `2026-11`, as people say it. */
export const monthInWords = (month: string): string => {
  const [year, number] = month.split('-').map(Number);
  return shared().month(year ?? 0, number ?? 0);
};

/** A share as people read it: 92.5%. */
export const percent = (rate: number): string => `${Math.round(rate * 1000) / 10}%`;

/** By when something is due, in words. */
export const dueInWords = ({ at, provisional }: { at: string; provisional?: boolean | undefined }): string =>
  shared().due(inWords(at)) + (provisional ? shared().provisional : '');

/** How the limits of a ticket are reckoned, in words. */
export const whyDue = ({ urgent }: { urgent: boolean }): string =>
  urgent ? shared().becauseUrgent : shared().becauseWorkingTime;

/** Whether a due date has passed. */
export const isPast = (instant: string): boolean => Date.parse(instant) < Date.now();
