import type { LinearModel } from '#domain/district/sorting/sorting-model.ts';
import type { Trained } from './trainers.ts';
import type { Vocabulary } from './vectors.ts';

/** The greatest weight as a whole number of one byte. */
const GREATEST = 127;
const MOST_RUNS_A_LINE = 40;
const LONGEST_LINE = 160;

const inLines = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('hex')
    .match(new RegExp(`.{1,${LONGEST_LINE}}`, 'g')) ?? [];

const linesOf = (runs: readonly string[]): string[] =>
  Array.from({ length: Math.ceil(runs.length / MOST_RUNS_A_LINE) }, (_, n) =>
    runs.slice(n * MOST_RUNS_A_LINE, (n + 1) * MOST_RUNS_A_LINE).join(' '),
  );

/** The weight from which on so many are kept. */
const leastOf = (weights: Float32Array, most: number): number => {
  if (weights.length <= most) return 0;
  const sizes = weights.map((weight) => Math.abs(weight)).sort();
  return sizes[sizes.length - most - 1] ?? 0;
};

/**
 * A model in whole numbers, without the weights that say least. A run whose weights are all gone is gone, too.
 */
export const packed = (
  { bias, weights }: Trained,
  { runs, rarity }: Vocabulary,
  { classes, above }: { classes: readonly string[]; above: readonly number[] },
  { most, temperatures }: { most: number; temperatures: LinearModel['points'] },
): LinearModel => {
  const greatest = weights.reduce((highest, weight) => Math.max(highest, Math.abs(weight)), 0) || 1;
  const points = GREATEST / greatest;
  const least = Math.max(leastOf(weights, most), 0.5 / points);
  const all = classes.length + new Set(above).size;
  if (all > 256)
    throw new Error(`A model sorts into at most 256 classes and families; here are ${all}: put categories together.`);
  const kept: { run: string; rarity: number; entries: [number, number][] }[] = [];
  for (const [feature, run] of runs.entries()) {
    const entries: [number, number][] = [];
    for (let n = 0; n < all; n += 1) {
      const weight = weights[feature * all + n] ?? 0;
      if (Math.abs(weight) > least) entries.push([n, Math.round(weight * points)]);
    }
    if (entries.length > 0) kept.push({ run, rarity: rarity[feature] ?? 0, entries });
  }
  kept.sort((one, other) => (one.run < other.run ? -1 : 1));
  const entries = kept.flatMap((one) => one.entries);
  return {
    classes: [...classes],
    above: [...above],
    runs: linesOf(kept.map(({ run }) => run)),
    rarity: inLines(Uint8Array.from(kept, (one) => one.rarity)),
    counts: inLines(Uint8Array.from(kept, (one) => one.entries.length)),
    places: inLines(Uint8Array.from(entries, ([place]) => place)),
    weights: inLines(new Uint8Array(Int8Array.from(entries, ([, weight]) => weight).buffer)),
    bias: Array.from(bias, (one) => Math.round(one * points)),
    points: {
      chinese: Number((points * temperatures.chinese).toPrecision(4)),
      spelt: Number((points * temperatures.spelt).toPrecision(4)),
    },
  };
};
