import type { CellChange, KeptCell, Place } from '#domain/figures/changes.ts';
import type { Counted, Dimension } from '#domain/figures/contributions.ts';
import type { Level } from '#domain/figures/spans.ts';
import type { Instant } from '#domain/instant.ts';

/** What figures are made of. What was written a moment ago may be missing for as long. */
export interface FiguresSource {
  /** What was recorded in five minutes: something that happened to a ticket, or the end of a call. */
  recordedIn(fiveMinutes: Instant): Promise<Recorded[]>;
  /**
   * The tickets that were opened in five minutes, as they are now, and the calls that came in then and have ended; those of
   * what was `recorded` are surely among them, although a moment ago they were written. Of what can't be read only the number.
   */
  openedIn(fiveMinutes: Instant, recorded?: readonly Recorded[]): Promise<Counted & { unreadable: number }>;
}

/** Something that was recorded. */
export interface Recorded {
  /** The event's id `<number>.<version>`, or `CALL#<id of the call>`. */
  id: string;
  /** The five minutes in which the ticket was opened, or the call came in. */
  opened: Instant;
}

/** How far the figures are. */
export interface Progress {
  /** All that was recorded before is counted and need not be looked at again: it has had time to show in the indexes. */
  settled: Instant;
  /** What was recorded before is counted, as far as it showed. */
  asOf: Instant;
  /** Of the five minutes that are not settled, by their beginning: what had shown and was counted, as a digest. */
  counted?: Readonly<Record<Instant, string>> | undefined;
}

/** Of what figures are wanted: of all values unless one is named, of spans that begin from `first` to `last`. */
export interface Choice {
  by: Dimension;
  value?: string | undefined;
  first: string;
  last: string;
}

/** Keeps figures. What was written is read at once. */
export interface FiguresStore {
  /** The cells of a level in the span above that begins with `above` (empty for the years). */
  within(level: Level, above: string, choice?: Choice): Promise<KeptCell[]>;
  /** The cells at some places, in their order; undefined where there is none. */
  at(places: readonly Place[]): Promise<(KeptCell | undefined)[]>;
  /** Writes all at once if each place still holds what was seen there; else `conflict`, and nothing was written. */
  replace(changes: readonly CellChange[]): Promise<'replaced' | 'conflict'>;
  progress(): Promise<Progress | undefined>;
  /** Moves the progress if it still is what was seen; `conflict` when another run moved it. */
  advance(seen: Progress | undefined, next: Progress): Promise<'advanced' | 'conflict'>;
}
