import { type Instant, localTime, minuteOfTime, offsetMinutes } from '#domain/instant.ts';
import { ownValue } from '#domain/own-value.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { District, DutyNumber } from './district.ts';

/** Somebody on duty: of which department, or of the `district` or its `desk`. */
export interface OnDuty {
  of: string;
  name: string;
  phone: Telephone;
}

/** Whether somebody has duty in a minute of the day. Hours that end before they begin go on past midnight. */
export const hasDuty = ({ from, to }: Pick<DutyNumber, 'from' | 'to'>, minute: number): boolean => {
  if (from === undefined || to === undefined) return true;
  const [begin, end] = [minuteOfTime(from), minuteOfTime(to)];
  return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
};

/** Who has duty at a moment, in the order in which they are rung: those of a department, then those of the district. */
export const dutyLadder = (
  { duty, utcOffset }: Pick<District, 'duty' | 'utcOffset'>,
  department: string | undefined,
  at: Instant,
): OnDuty[] => {
  const { minute } = localTime(at, offsetMinutes(utcOffset));
  const of = (owner: string, numbers: readonly DutyNumber[] = []): OnDuty[] =>
    numbers.filter((number) => hasDuty(number, minute)).map(({ name, phone }) => ({ of: owner, name, phone }));
  const departments = department === undefined ? [] : of(department, ownValue(duty.departments, department));
  return [...departments, ...of('district', duty.district)];
};

/** Whether anybody at all is rung for urgent matters. */
export const hasLadder = ({ district, departments }: District['duty']): boolean =>
  district.length > 0 || Object.keys(departments).length > 0;
