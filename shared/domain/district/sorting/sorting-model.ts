import * as z from 'zod';

const Lines = z.array(z.string());

/**
 * A linear model over runs of letters or words: for each run how rare it is, and what it weighs for which classes. Numbers
 * are whole, one byte each, in base64.
 */
export const LinearModel = z.strictObject({
  classes: z.array(z.string()).min(1).max(250),
  /** The runs, with blanks between them. */
  runs: Lines,
  /** For each run how rare it is, in sixteenths. */
  rarity: Lines,
  /** For each run how many classes it speaks for or against. */
  counts: Lines,
  /** For each of them the place of its class. */
  places: Lines,
  /** For each of them the weight. */
  weights: Lines,
  bias: z.array(z.int()),
  /** What a weight or bias is divided by, before it is a part of the logarithm of the odds: a model knows one script better. */
  points: z.strictObject({ chinese: z.number().positive(), spelt: z.number().positive() }),
});
export type LinearModel = z.infer<typeof LinearModel>;

/** What sorts matters: trained by `npm run train-sorting` from a district's examples, keywords and topics. */
export const SortingModel = z.strictObject({
  /** SHA-256 of what it was trained from. */
  trainedFrom: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256, 64 hexadecimal digits'),
  category: LinearModel,
  kind: LinearModel,
});
export type SortingModel = z.infer<typeof SortingModel>;

/** A linear model ready for use. */
export interface Ready {
  classes: readonly string[];
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

const bytesIn = (lines: readonly string[]): Uint8Array => Uint8Array.from(Buffer.from(lines.join(''), 'base64'));

const unpacked = ({ classes, runs, rarity, counts, places, weights, bias, points }: LinearModel): Ready => {
  const each = bytesIn(counts);
  const begins = new Uint32Array(each.length + 1);
  for (let run = 0; run < each.length; run += 1) begins[run + 1] = (begins[run] ?? 0) + (each[run] ?? 0);
  return {
    classes,
    runs: new Map(runs.flatMap((line) => line.split(' ')).map((run, n) => [run, n])),
    rarity: bytesIn(rarity),
    begins,
    places: bytesIn(places),
    weights: new Int8Array(bytesIn(weights).buffer),
    bias,
    points,
  };
};

const made = new WeakMap<LinearModel, Ready>();
/** A linear model made ready when it is first asked for, and kept. */
export const readyFrom = (model: LinearModel): Ready => {
  const known = made.get(model) ?? unpacked(model);
  made.set(model, known);
  return known;
};
