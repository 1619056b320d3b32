import { onceFor } from '#domain/once-for.ts';
/**
 * A linear model over runs of letters or words: for each run how rare it is, and what it weighs for which classes. Numbers
 * are whole, one byte each, as hexadecimal digits: as they are shipped, compressed, that is the shortest.
 */
export interface LinearModel {
  classes: string[];
  /** For each class the place of its family behind the classes, which counts for all that belong to it. */
  above: number[];
  /** The runs, with blanks between them. */
  runs: string[];
  /** For each run how rare it is, in sixteenths. */
  rarity: string[];
  /** For each run how many classes it speaks for or against. */
  counts: string[];
  /** For each of them the place of its class. */
  places: string[];
  /** For each of them the weight. */
  weights: string[];
  bias: number[];
  /** What a weight or bias is divided by, before it is a part of the logarithm of the odds: a model knows one script better. */
  points: { chinese: number; spelt: number };
}

/** What sorts matters: trained by `npm run train-sorting` from a district's examples, keywords and topics. */
export interface SortingModel {
  /** SHA-256 of what it was trained from. */
  trainedFrom: string;
  category: LinearModel;
  kind: LinearModel;
}

/** A linear model ready for use. */
export interface Ready {
  classes: readonly string[];
  above: readonly number[];
  /** The place of each run. */
  runs: ReadonlyMap<string, number>;
  rarity: Uint8Array;
  /** Where the weights of each run begin; those of the next begin where its own end. */
  begins: Uint32Array;
  places: Uint8Array;
  weights: Int8Array;
  bias: readonly number[];
  points: LinearModel['points'];
}

/** What `rarity` is divided by. */
export const RARITY = 16;

const bytesIn = (lines: readonly string[]): Uint8Array => Uint8Array.from(Buffer.from(lines.join(''), 'hex'));

const unpacked = ({ classes, above, runs, rarity, counts, places, weights, bias, points }: LinearModel): Ready => {
  const each = bytesIn(counts);
  const begins = new Uint32Array(each.length + 1);
  for (let run = 0; run < each.length; run += 1) begins[run + 1] = (begins[run] ?? 0) + (each[run] ?? 0);
  return {
    classes,
    above,
    runs: new Map(runs.flatMap((line) => line.split(' ')).map((run, n) => [run, n])),
    rarity: bytesIn(rarity),
    begins,
    places: bytesIn(places),
    weights: new Int8Array(bytesIn(weights).buffer),
    bias,
    points,
  };
};

/** A linear model made ready when it is first asked for, and kept. */
export const readyFrom = onceFor(unpacked);
