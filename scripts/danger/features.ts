import { LONGEST_RUN } from '#domain/district/danger/evidence.ts';
import type { Lexicon } from '#domain/district/danger/lexicon.ts';
import { PERSON } from '#domain/district/danger/model.ts';
import { readText, seenIn } from '#domain/district/danger/reading.ts';
import { Break } from '#domain/district/danger/units.ts';
import type { Example } from './examples.ts';

/** An example as it is trained on: its runs and marks, each once. */
export interface Seen {
  target: number;
  features: readonly number[];
}

const TARGETS = { danger: 1, doubt: 0.5, none: 0 };
/** What the name of a mark begins with, to tell it from a run. */
export const MARK = '#';
/** No other unit has this number. */
const A_PERSON = -2;
const HAN = /\p{Script=Han}/u;

/** Writes a run as it stands in the model: Chinese letters together, "_" between words that are spelt. */
const written = (units: readonly string[]): string =>
  units.reduce(
    (run, unit) => (run === '' ? unit : HAN.test(unit) || HAN.test(run.at(-1) ?? '') ? run + unit : `${run}_${unit}`),
    '',
  );

/** The runs and marks of all examples that are seen, each with a number of its own. */
export class Features {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** Sees examples as the model does: each person is one unit. */
export const seeExamples = (lexicon: Lexicon, examples: readonly Example[], features: Features): Seen[] =>
  examples.map(({ text, register, label }) => {
    const reading = readText(lexicon, text);
    const { units } = reading;
    const seen = seenIn(reading, A_PERSON, register);
    const names = seen.ids.map((id, n) => {
      const at = seen.places[n] ?? 0;
      return id === A_PERSON ? PERSON : units.text.slice(units.starts[at], units.ends[at]);
    });
    const marks = [...seen.whole, ...seen.marks.map(({ name }) => name)];
    const has = new Set(marks.map((name) => features.numberOf(`${MARK}${name}`)));
    for (let first = 0; first < names.length; first += 1) {
      for (let last = first; last < names.length && last - first < LONGEST_RUN; last += 1) {
        if (last > first && seen.breaks[last] !== Break.none) break;
        has.add(features.numberOf(written(names.slice(first, last + 1))));
      }
    }
    return { target: TARGETS[label], features: [...has] };
  });
