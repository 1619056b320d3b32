import { createHash } from 'node:crypto';
import { fiveMinutesFrom, fiveMinutesOf, localHour } from '#domain/figures/spans.ts';
import { type Instant, minutesBetween, plusMinutes } from '#domain/instant.ts';
import { ownValue } from '#domain/own-value.ts';
import type { Clock } from '#ports/clock.ts';
import type { FiguresStore, Progress, Recorded } from '#ports/figures.ts';
import type { Log } from '#runtime/log.ts';
import { type RecountNeeds, recountHour } from '#use-cases/recount-hour.ts';

interface Needs extends RecountNeeds {
  figures: FiguresStore;
  now: Clock;
  log: Log;
}

/** What was recorded so lately is looked at again in the next run: indexes lag, and clocks differ. */
const OVERLAP_MINUTES = 10;
/** Where the very first run begins: the tables are as old as the schedule. */
const FIRST_LOOK_BACK_MINUTES = 24 * 60;
/** Clocks of two runs may differ so much: it is less than the overlap, so nothing is missed. */
const CLOCKS_DIFFER_MINUTES = 5;
/** Where a run begins that can't trust the progress: nobody knows since when it was wrong. */
const LOOK_BACK_MINUTES = 7 * 24 * 60;
/** After an outage a run stops here; the next one goes on from there. */
const MOST_MINUTES = 0.5;

/** What was recorded in five minutes, as a digest. */
const digestOf = (recorded: readonly Recorded[]): string =>
  createHash('sha256')
    .update(recorded.map(({ id }) => id).join(' '))
    .digest('base64url')
    .slice(0, 16);

/** What counts for something that was recorded: the ticket, or the call. */
const countedOf = ({ id }: Recorded): string => (id.startsWith('CALL#') ? id : id.replace(/\.\d+$/, ''));

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/**
 * Brings the figures up to date: whatever happened since the last run says which five minutes must be counted anew, and
 * those are. The progress moves only behind what was done, and never past an hour that failed; that hour stops no other,
 * and the run ends in an error. Rows that can't be read stop no others, and hold the
 * progress, too. A progress that lies in the future was written by a wrong clock, and what is recorded until
 * then would never be counted: the run begins long before, and ends in an error too. Gives back how many five minutes had
 * changed.
 */
export const createHandler = (needs: Needs) => async (): Promise<number> => {
  const { source, figures, offset, now, log } = needs;
  const started = now();
  let progress = await figures.progress();
  let [changed, failures, unreadable] = [0, 0, 0];
  const seen = new Set<string>();
  const counted: Record<Instant, string> = {};

  const recount = async (hour: string, openings: ReadonlyMap<Instant, Recorded[]>): Promise<void> => {
    try {
      const recounted = await recountHour(hour, openings, needs);
      changed += recounted.changed;
      unreadable += recounted.unreadable;
      // What it had added is taken out, so it must be counted once it can be read again.
      if (recounted.unreadable > 0) failures += 1;
    } catch (error) {
      failures += 1;
      log('error', 'recount failed', { operation: 'roll-up-figures', outcome: hour, error });
    }
  };
  const advance = async (next: Progress): Promise<void> => {
    // When somebody else moved it meanwhile it stays so: the work goes on, but how far it is is theirs to say.
    if (failures === 0) await figures.advance(progress, next);
    progress = next;
  };

  const overlap = fiveMinutesOf(plusMinutes(started, -OVERLAP_MINUTES));
  const inFuture = progress && progress.asOf > plusMinutes(started, CLOCKS_DIFFER_MINUTES) ? progress.asOf : undefined;
  const trusted = inFuture === undefined ? progress : undefined;
  const lookBack = inFuture === undefined ? FIRST_LOOK_BACK_MINUTES : LOOK_BACK_MINUTES;
  const from = trusted?.settled ?? plusMinutes(started, -lookBack);
  const before = trusted?.asOf ?? from;
  for (const recorded of fiveMinutesFrom(from, started)) {
    const found = await source.recordedIn(recorded);
    const digest = digestOf(found);
    // Rows are read as they were last written, so what had shown before is counted and need not be counted again.
    const isCounted = ownValue(trusted?.counted ?? {}, recorded) === digest;
    const fresh = isCounted ? [] : found.filter((one) => !seen.has(countedOf(one)));
    for (const one of fresh) seen.add(countedOf(one));
    const openings = Map.groupBy(fresh, ({ opened }) => opened);
    for (const [hour, some] of Map.groupBy(openings, ([at]) => localHour(at, offset))) await recount(hour, new Map(some));
    const end = plusMinutes(recorded, 5);
    // What was read before in this run may have changed since: the next run reads it again.
    if (end > overlap && (isCounted || fresh.length === found.length)) counted[recorded] = digest;
    const isLast = end > started || minutesBetween(started, now()) > MOST_MINUTES;
    const next = { settled: later(from, earlier(end, overlap)), asOf: later(before, earlier(end, started)), counted };
    if (isLast || (openings.size > 0 && end <= overlap)) await advance(next);
    if (isLast) break;
  }
  if (unreadable > 0) throw new Error(`${unreadable} rows can't be read and are not counted; ${changed} five minutes were`);
  if (failures > 0) {
    const why = inFuture ? '; the progress lies in the future' : '';
    throw new Error(`${failures} hours could not be counted anew; ${changed} five minutes were${why}`);
  }
  if (inFuture) throw new Error(`the progress lay in the future, at ${inFuture}: counted anew since ${from}`);
  return changed;
};
