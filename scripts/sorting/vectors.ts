import { countOf } from '#domain/district/sorting/classify.ts';
import type { Grams } from '#domain/district/sorting/grams.ts';
import { RARITY } from '#domain/district/sorting/sorting-model.ts';

/** A text to be trained on: the place of its class, its runs, and how much it counts. */
export interface Document {
  place: number;
  grams: Grams;
  weight: number;
}

/** The same, as a vector of length one. */
export interface Vector {
  place: number;
  weight: number;
  features: Uint32Array;
  values: Float32Array;
}

/** The runs that are trained on, and how rare each is. */
export interface Vocabulary {
  runs: readonly string[];
  /** In sixteenths. */
  rarity: Uint8Array;
}

const sharesOf = ({ runs, shares }: Grams): Map<string, number> => {
  const all = new Map<string, number>();
  for (const [n, run] of runs.entries()) all.set(run, (all.get(run) ?? 0) + (shares[n] ?? 0));
  return all;
};

/** A word that is spelt, alone. */
const ONE_WORD = /^[a-z]+$/;

/** The vectors of documents. A run that stands in fewer than `fewest` of them is left out, but for single words that are spelt. */
export const vectorsOf = (documents: readonly Document[], fewest: number): { vocabulary: Vocabulary; vectors: Vector[] } => {
  const shares = documents.map(({ grams }) => sharesOf(grams));
  const counts = new Map<string, number>();
  for (const one of shares) for (const run of one.keys()) counts.set(run, (counts.get(run) ?? 0) + 1);
  const runs = [...counts].filter(([run, count]) => count >= fewest || ONE_WORD.test(run)).map(([run]) => run);
  const places = new Map(runs.map((run, n) => [run, n]));
  const rarity = Uint8Array.from(runs, (run) =>
    Math.min(255, Math.round(RARITY * (1 + Math.log(documents.length / (counts.get(run) ?? 1))))),
  );
  const vectors = documents.map(({ place, weight }, n) => {
    const known = [...(shares[n] ?? [])].flatMap(([run, share]): [number, number][] => {
      const feature = places.get(run);
      return feature === undefined ? [] : [[feature, (countOf(share) * (rarity[feature] ?? 0)) / RARITY]];
    });
    const length = Math.sqrt(known.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
    return {
      place,
      weight,
      features: Uint32Array.from(known, ([feature]) => feature),
      values: Float32Array.from(known, ([, value]) => value / length),
    };
  });
  return { vocabulary: { runs, rarity }, vectors };
};
