import { countOf } from '#domain/district/sorting/classify.ts';
import type { Grams } from '#domain/district/sorting/grams.ts';
import { RARITY } from '#domain/district/sorting/sorting-model.ts';

/** A text to be trained on: the place of its class, its runs, and how much it counts. */
export interface Document {
  place: number;
  grams: Grams;
  weight: number;
  /** Who told it, where it is a ticket. */
  teller?: string | undefined;
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

const SPELT = /^[|]?[a-z]/;
/** A word that is spelt, alone. */
const ONE_WORD = /^[a-z]+$/;

/** A run of tickets alone is learnt only where so many people have it: what fewer say may be somebody's name. */
const FEWEST_TELLERS = 4;

/** How many of the district's own documents have each run, and who else has it. */
const runsIn = (documents: readonly Document[], shares: readonly ReadonlyMap<string, number>[]) => {
  const own = new Map<string, number>();
  const tellers = new Map<string, Set<string>>();
  for (const [n, { teller }] of documents.entries()) {
    for (const run of shares[n]?.keys() ?? []) {
      if (teller === undefined) own.set(run, (own.get(run) ?? 0) + 1);
      else tellers.set(run, (tellers.get(run) ?? new Set()).add(teller));
    }
  }
  return { own, tellers };
};

/**
 * The vectors of documents. A run that stands in fewer than `fewest` of the district's own is left out, but for single words
 * that are spelt and for what many people say.
 */
export const vectorsOf = (documents: readonly Document[], fewest: number): { vocabulary: Vocabulary; vectors: Vector[] } => {
  const shares = documents.map(({ grams }) => sharesOf(grams));
  const counts = new Map<string, number>();
  for (const one of shares) for (const run of one.keys()) counts.set(run, (counts.get(run) ?? 0) + 1);
  const { own, tellers } = runsIn(documents, shares);
  const isKnown = (run: string): boolean => {
    const count = own.get(run) ?? 0;
    return count >= fewest || (count > 0 && ONE_WORD.test(run)) || (tellers.get(run)?.size ?? 0) >= FEWEST_TELLERS;
  };
  const runs = [...counts.keys()].filter(isKnown);
  const places = new Map(runs.map((run, n) => [run, n]));
  const spelt = documents.filter(({ grams }) => grams.script === 'spelt').length;
  // What is rare among texts of its own script: "the" is in no Chinese one.
  const among = (run: string): number => (SPELT.test(run) ? spelt : documents.length - spelt);
  const rarity = Uint8Array.from(runs, (run) =>
    Math.min(255, Math.max(1, Math.round(RARITY * (1 + Math.log(among(run) / (counts.get(run) ?? 1)))))),
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
