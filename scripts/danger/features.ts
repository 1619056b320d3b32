import type { Lexicon } from '#domain/district/danger/lexicon.ts';
import { LONGEST_RUN, PERSON, windowsIn } from '#domain/district/danger/model.ts';
import { readText, seenIn } from '#domain/district/danger/reading.ts';
import { Break } from '#domain/district/danger/units.ts';
import type { Example } from './examples.ts';

/** An example as it is trained on: the runs in each of its windows. */
export interface Seen {
  target: number;
  windows: number[][];
}

const TARGETS = { danger: 1, doubt: 0.5, none: 0 };
/** What the name of a mark begins with, to tell it from a run. */
export const MARK = '#';
const HAN = /\p{Script=Han}/u;

/** Writes a run as it stands in the model: Chinese letters together, "_" between words that are spelt. */
const written = (units: readonly string[]): string =>
  units.reduce(
    (run, unit) => (run === '' ? unit : HAN.test(unit) || HAN.test(run.at(-1) ?? '') ? run + unit : `${run}_${unit}`),
    '',
  );

/** The runs of all examples that are seen, each with a number of its own. */
export class Runs {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(run: string): number {
    const known = this.#numbers.get(run);
    if (known !== undefined) return known;
    this.#numbers.set(run, this.names.length);
    return this.names.push(run) - 1;
  }
}

/** Sees examples as the model does: through windows, with one unit for every person. */
export const seeExamples = (lexicon: Lexicon, examples: readonly Example[], runs: Runs): Seen[] =>
  examples.map(({ text, register, label }) => {
    const reading = readText(lexicon, text);
    const { units } = reading;
    const seen = seenIn(reading, 0, register);
    const whole = seen.whole.map((name) => runs.numberOf(`${MARK}${name}`));
    const names = seen.places.slice(0, -1).map((at, n) => {
      const end = (seen.places[n + 1] ?? units.ids.length) - 1;
      return end > at ? PERSON : units.text.slice(units.starts[at], units.ends[at]);
    });
    const runsFrom = (at: number, end: number): number[] => {
      const from: number[] = [];
      for (let last = at; last < end && last < at + LONGEST_RUN; last += 1) {
        if (last > at && seen.breaks[last] !== Break.none) break;
        from.push(runs.numberOf(written(names.slice(at, last + 1))));
      }
      return from;
    };
    const windows = windowsIn(seen.breaks).map(({ at, end }) => {
      const last = Math.min(end, names.length);
      const marks = seen.marks
        .filter((mark) => mark.at >= at && mark.at < last)
        .map(({ name }) => runs.numberOf(`${MARK}${name}`));
      return [...names.slice(at, last).flatMap((_, n) => runsFrom(at + n, last)), ...marks, ...whole];
    });
    return { target: TARGETS[label], windows };
  });
