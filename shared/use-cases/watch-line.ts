import { DEAD_LINE } from '#domain/calls/dead-line.ts';
import { isDeskOpen } from '#domain/district/desk-hours.ts';
import type { District } from '#domain/district/district.ts';
import type { Place } from '#domain/figures/changes.ts';
import { fiveMinutesFrom, localFiveMinutes } from '#domain/figures/spans.ts';
import { type Instant, offsetMinutes, plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { FiguresStore } from '#ports/figures.ts';

/** What it takes to see that a line is dead. */
interface Needs {
  figures: Pick<FiguresStore, 'at'>;
  district: Pick<District, 'phone' | 'calendar' | 'utcOffset'>;
  now: Clock;
  log: (level: 'error', message: string, line: { operation: string }) => void;
}

/** So long nobody rings by chance where calls are usual. */
const SILENT_MINUTES = 120;
/** What is usual is read from the same hours of so many weeks before; one of them may have been a holiday. */
const WEEKS = 3;
const WEEK_MINUTES = 7 * 24 * 60;
/** So many calls in these hours are usual: of ten, none comes by chance in one case of twenty thousand. */
const USUAL_CALLS = 10;
/** It is looked at every so many minutes. */
const LOOKS_EVERY = 15;
/** A call is counted a moment after it has ended. */
const COUNTED_AFTER = 10;

/** The beginnings of all five minutes of two hours, up to a moment. */
const fiveMinutesUntil = (until: Instant): Instant[] => [
  ...fiveMinutesFrom(plusMinutes(until, -SILENT_MINUTES), plusMinutes(until, -5)),
];

/**
 * Says in the log that no call has come in for two hours, in all of which the desk is open and in which calls are usual: a
 * line that is dead fails nowhere, since nobody asks anything of it.
 */
export const watchLine =
  ({ figures, district, now, log }: Needs) =>
  async (): Promise<void> => {
    const at = now();
    if (new Date(at).getUTCMinutes() % LOOKS_EVERY !== 0) return;
    const offset = offsetMinutes(district.utcOffset);
    const until = plusMinutes(at, -COUNTED_AFTER);
    if (!fiveMinutesUntil(until).every((one) => isDeskOpen(district, one))) return;
    const counts = [];
    for (let week = 0; week <= WEEKS; week += 1) {
      const places: Place[] = fiveMinutesUntil(plusMinutes(until, -week * WEEK_MINUTES)).map((one) => ({
        ...localFiveMinutes(one, offset),
        by: 'all',
        value: 'all',
      }));
      const cells = await figures.at(places);
      counts.push(cells.reduce((sum, kept) => sum + (kept?.cell.counts.calls ?? 0), 0));
      if (week === 0 && counts[0] !== 0) return;
    }
    const [, ...before] = counts;
    if (before.filter((calls) => calls >= USUAL_CALLS).length < WEEKS - 1) return;
    log('error', DEAD_LINE, { operation: 'watch-line' });
  };
