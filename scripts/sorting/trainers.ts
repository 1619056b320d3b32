import { randomFrom } from '#scripts/random.ts';
import type { Vector } from './vectors.ts';

/** Weights before they are whole numbers: of each feature for each class, side by side. */
export interface Trained {
  bias: Float64Array;
  weights: Float32Array;
}

/** How many features and classes there are. */
export interface Sizes {
  features: number;
  /** The classes, and behind them their families. */
  classes: number;
  /** For each class the place of its family; a family has none. */
  families: Int16Array;
}

const SEED = 81890;
const ROUNDS = 20;
const STEP = 0.5;
/** So much of a text is left out in each round, so that no example hangs on one run. */
const LEFT_OUT = 0.1;
/** The step shrinks from here on for features that are seen often (AdaGrad). */
const SEEN_FIRST = 0.01;
/** What changes a weight by less is not worth the time. */
const TOO_SMALL = 1e-3;

/** How much each class must change, by the scores that a text has now. */
type Slopes = (scores: Float64Array, place: number, slopes: Float64Array) => void;

/** The slopes of multinomial logistic regression. */
export const softmax: Slopes = (scores, place, slopes) => {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  let all = 0;
  for (let n = 0; n < scores.length; n += 1) {
    slopes[n] = Math.exp((scores[n] ?? 0) - highest);
    all += slopes[n] ?? 0;
  }
  for (let n = 0; n < scores.length; n += 1) slopes[n] = (slopes[n] ?? 0) / all - (n === place ? 1 : 0);
};

/** A class against all others: the right one must be called by a margin, which counts for more than each wrong one. */
const RIGHT = 5;
/** The slopes of a linear machine with margins (hinge loss). */
export const hinge: Slopes = (scores, place, slopes) => {
  for (let n = 0; n < scores.length; n += 1) {
    const score = scores[n] ?? 0;
    if (n === place) slopes[n] = score < 1 ? -RIGHT : 0;
    else slopes[n] = score > -1 ? 1 : 0;
  }
};

/** Adds to each class what speaks for its family. */
const withFamilies = (scores: Float64Array, families: Int16Array): void => {
  for (let n = 0; n < families.length; n += 1) scores[n] = (scores[n] ?? 0) + (scores[families[n] ?? 0] ?? 0);
};

const scoresOf = ({ bias, weights }: Trained, { features, values }: Vector, kept: Uint8Array, scores: Float64Array): void => {
  scores.set(bias);
  const classes = bias.length;
  for (let k = 0; k < features.length; k += 1) {
    if (kept[k] === 0) continue;
    const from = (features[k] ?? 0) * classes;
    const value = values[k] ?? 0;
    for (let n = 0; n < classes; n += 1) scores[n] = (scores[n] ?? 0) + (weights[from + n] ?? 0) * value;
  }
};

/** Trains by small steps, text by text; the weights are the average of the later rounds. The same vectors give the same. */
export const trainBySteps = (vectors: readonly Vector[], { features, classes, families }: Sizes, slopesOf: Slopes): Trained => {
  const size = features * classes;
  const own = families.length;
  const trained: Trained = { bias: new Float64Array(classes), weights: new Float32Array(size) };
  const sum: Trained = { bias: new Float64Array(classes), weights: new Float32Array(size) };
  const [seen, biasSeen] = [new Float32Array(size), new Float64Array(classes)];
  const [scores, slopes] = [new Float64Array(classes), new Float64Array(classes)];
  const [ownScores, ownSlopes] = [scores.subarray(0, own), slopes.subarray(0, own)];
  const random = randomFrom(SEED);
  const { bias, weights } = trained;
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = vectors.map((vector) => ({ vector, at: random() })).sort((one, other) => one.at - other.at);
    for (const { vector } of order) {
      const kept = Uint8Array.from(vector.features, () => (random() >= LEFT_OUT ? 1 : 0));
      scoresOf(trained, vector, kept, scores);
      withFamilies(scores, families);
      slopesOf(ownScores, vector.place, ownSlopes);
      slopes.fill(0, own);
      for (let n = 0; n < own; n += 1) {
        const family = families[n] ?? 0;
        slopes[family] = (slopes[family] ?? 0) + (slopes[n] ?? 0);
      }
      for (let n = 0; n < classes; n += 1) {
        const slope = (slopes[n] ?? 0) * vector.weight;
        biasSeen[n] = (biasSeen[n] ?? 0) + slope * slope;
        bias[n] = (bias[n] ?? 0) - (STEP * slope) / Math.sqrt((biasSeen[n] ?? 0) + 1);
      }
      for (let k = 0; k < kept.length; k += 1) {
        if (kept[k] === 0) continue;
        const from = (vector.features[k] ?? 0) * classes;
        const value = (vector.values[k] ?? 0) * vector.weight;
        for (let n = 0; n < classes; n += 1) {
          const change = (slopes[n] ?? 0) * value;
          if (change < TOO_SMALL && change > -TOO_SMALL) continue;
          const soFar = (seen[from + n] ?? 0) + change * change;
          seen[from + n] = soFar;
          weights[from + n] = (weights[from + n] ?? 0) - (STEP * change) / Math.sqrt(soFar + SEEN_FIRST);
        }
      }
    }
    if (round < ROUNDS / 2) continue;
    for (let n = 0; n < classes; n += 1) sum.bias[n] = (sum.bias[n] ?? 0) + (bias[n] ?? 0) / (ROUNDS / 2);
    for (let n = 0; n < size; n += 1) sum.weights[n] = (sum.weights[n] ?? 0) + (weights[n] ?? 0) / (ROUNDS / 2);
  }
  return sum;
};

/** How many times a run is taken to have been seen everywhere, so that once is not always. */
const SMOOTH = 0.5;

/**
 * Complement naive Bayes: a run speaks for a class by how rare it is in all the others. Only what was seen in a class weighs;
 * the same for all classes is no difference.
 */
export const trainBayes = (vectors: readonly Vector[], { features, classes, families }: Sizes): Trained => {
  const counts = new Float64Array(features * classes);
  const totals = new Float64Array(features);
  for (const { features: seen, values, place, weight } of vectors) {
    // As long as the texts are, a vector has length one.
    const many = Math.sqrt(seen.length);
    for (let k = 0; k < seen.length; k += 1) {
      const [feature, count] = [seen[k] ?? 0, (values[k] ?? 0) * weight * many];
      for (const one of [place, families[place] ?? place]) {
        counts[feature * classes + one] = (counts[feature * classes + one] ?? 0) + count;
      }
      totals[feature] = (totals[feature] ?? 0) + count;
    }
  }
  const weights = Float32Array.from(counts, (count, n) => {
    const total = totals[Math.floor(n / classes)] ?? 0;
    return Math.log((total + SMOOTH) / (total - count + SMOOTH));
  });
  return { bias: new Float64Array(classes), weights };
};
