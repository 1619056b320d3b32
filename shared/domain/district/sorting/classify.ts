import type { Grams } from './grams.ts';
import { RARITY, type Ready } from './sorting-model.ts';

/** A class and how probable it is, from 0 to 1. */
export interface Chance<Id extends string = string> {
  id: Id;
  probability: number;
}

/** A run of the text that the model knows: its places there, and how much it counts in this text. */
interface Known {
  run: number;
  share: number;
  value: number;
}

/** What a model makes of a text. */
export interface Judged {
  /** All classes, the most probable first. */
  chances: Chance[];
  known: readonly Known[];
}

/** What is said more often is not meant more. */
const MOST_SHARE = 3;
/** How much a run counts by how often and where it was said: twice hardly more than once. */
export const countOf = (share: number): number => Math.log1p(Math.min(share, MOST_SHARE));

/**
 * The runs of a text that a model knows. A run counts by how rare it is; all together count as much in a long text as in a
 * short one.
 */
const knownIn = ({ runs, rarity }: Ready, grams: Grams): Known[] => {
  const shares = new Map<string, number>();
  for (const [n, run] of grams.runs.entries()) shares.set(run, (shares.get(run) ?? 0) + (grams.shares[n] ?? 0));
  const known: Known[] = [];
  let length = 0;
  for (const [text, share] of shares) {
    const run = runs.get(text);
    if (run === undefined) continue;
    const value = (countOf(share) * (rarity[run] ?? 0)) / RARITY;
    length += value * value;
    known.push({ run, share, value });
  }
  const whole = Math.sqrt(length) || 1;
  for (const one of known) one.value /= whole;
  return known;
};

/** How probable each class is for a text. */
export const classify = (model: Ready, grams: Grams): Judged => {
  const { classes, above, begins, places, weights, bias, points } = model;
  const scores = Float64Array.from(bias);
  const known = knownIn(model, grams);
  for (const { run, value } of known) {
    for (let n = begins[run] ?? 0; n < (begins[run + 1] ?? 0); n += 1) {
      const place = places[n] ?? 0;
      scores[place] = (scores[place] ?? 0) + (weights[n] ?? 0) * value;
    }
  }
  // What speaks for a family speaks for each of its classes.
  const own = above.map((family, n) => (scores[n] ?? 0) + (scores[family] ?? 0));
  const highest = Math.max(...own);
  const odds = own.map((score) => Math.exp((score - highest) / points[grams.script]));
  const all = odds.reduce((sum, one) => sum + one, 0);
  const chances = classes.map((id, n) => ({ id, probability: (odds[n] ?? 0) / all }));
  return { chances: chances.sort((one, other) => other.probability - one.probability), known };
};
