import { randomFrom } from '#scripts/random.ts';
import type { Seen } from './features.ts';

/** Weights of features before they are whole numbers. */
export interface Trained {
  bias: number;
  weights: Float64Array;
}

const SEEDS = [1, 2, 3, 4, 5];
const ROUNDS = 24;
const STEP = 0.15;
const SHRINK = 2e-4;
/** A danger that is overlooked costs so many times what a false alarm costs. */
const MISSED = 2;
/** So much of a text is left out in each round, so that no example hangs on one run. */
const LEFT_OUT = 0.4;

/** How much features speak of danger: the logarithm of the odds. */
export const scoreOf = ({ bias, weights }: Trained, features: readonly number[]): number =>
  features.reduce((score, feature) => score + (weights[feature] ?? 0), bias);

/**
 * Logistic regression on whole texts. Steps shrink for features that are seen often (AdaGrad); the weights are the average
 * of the later rounds.
 */
const trainOnce = (examples: readonly Seen[], features: number, seed: number): Trained => {
  const trained: Trained = { bias: 0, weights: new Float64Array(features) };
  const seenSoFar = new Float64Array(features);
  let biasSoFar = 0;
  const random = randomFrom(seed);
  const sum: Trained = { bias: 0, weights: new Float64Array(features) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = examples.map((example) => ({ example, at: random() })).sort((a, b) => a.at - b.at);
    for (const { example } of order) {
      const kept = example.features.filter(() => random() >= LEFT_OUT);
      const chance = 1 / (1 + Math.exp(-scoreOf(trained, kept)));
      const slope = (chance - example.target) * (example.target === 1 ? MISSED : 1);
      biasSoFar += slope ** 2;
      trained.bias -= (STEP * slope) / Math.sqrt(biasSoFar + 1e-6);
      for (const feature of kept) {
        const weight = trained.weights[feature] ?? 0;
        const change = slope + SHRINK * weight;
        const soFar = (seenSoFar[feature] ?? 0) + change ** 2;
        seenSoFar[feature] = soFar;
        trained.weights[feature] = weight - (STEP * change) / Math.sqrt(soFar + 1);
      }
    }
    if (round < ROUNDS / 2) continue;
    sum.bias += trained.bias;
    for (const [feature, weight] of trained.weights.entries()) sum.weights[feature] = (sum.weights[feature] ?? 0) + weight;
  }
  const rounds = ROUNDS / 2;
  return { bias: sum.bias / rounds, weights: sum.weights.map((weight) => weight / rounds) };
};

/** The average of several trainings that leave out other parts: a few more examples do not turn it upside down. */
export const trainLogistic = (examples: readonly Seen[], features: number): Trained => {
  const all = SEEDS.map((seed) => trainOnce(examples, features, seed));
  const average: Trained = { bias: 0, weights: new Float64Array(features) };
  for (const { bias, weights } of all) {
    average.bias += bias / all.length;
    for (const [feature, weight] of weights.entries()) {
      average.weights[feature] = (average.weights[feature] ?? 0) + weight / all.length;
    }
  }
  return average;
};
