import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { CalendarData } from '#domain/district/district.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Next year's holidays are published in November; then there is a month to install them and deploy. */
const WARNED_DAYS = 60;

/** Warns at synth when the published calendar is about to end: due dates beyond it are only provisional. */
export const warnWhenCalendarEnds = (scope: IConstruct, { coveredYears }: CalendarData, today: Date): void => {
  const end = Date.UTC(coveredYears.last + 1, 0, 1);
  const left = Math.floor((end - today.getTime()) / DAY_MS);
  if (left > WARNED_DAYS) return;
  const when = left > 0 ? `ends in ${left} days` : 'has ended';
  Annotations.of(scope).addWarningV2(
    'hotline:calendar-ends',
    `The calendar of working days covers ${coveredYears.last} and ${when}; due dates beyond it are provisional. Install the newest chinese-days and deploy.`,
  );
};
