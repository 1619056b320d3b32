import type { Seen } from './features.ts';

/** Weights of runs before they are whole numbers. */
export interface Trained {
  bias: number;
  weights: Float64Array;
}

const ROUNDS = 24;
const STEP = 0.15;
const SHRINK = 2e-4;
/** A danger that is overlooked costs so many times what a false alarm costs. */
const MISSED = 2;
/** So much of a window is left out in each round, so that no example hangs on one run. */
const LEFT_OUT = 0.4;

/** Numbers from 0 to 1, the same in each training (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const scoreOf = ({ bias, weights }: Trained, window: readonly number[]): number =>
  window.reduce((score, run) => score + (weights[run] ?? 0), bias);

/** The window of an example that speaks most of danger. */
export const highest = (trained: Trained, { windows }: Seen): { score: number; window: readonly number[] } => {
  let best = { score: Number.NEGATIVE_INFINITY, window: windows[0] ?? [] };
  for (const window of windows) {
    const score = scoreOf(trained, window);
    if (score > best.score) best = { score, window };
  }
  return best;
};

/**
 * Logistic regression on the highest window of each example: a danger must show in one window, a harmless text in none.
 * Steps shrink for runs that are seen often (AdaGrad); the weights are the average of the later rounds.
 */
export const trainLogistic = (examples: readonly Seen[], runs: number): Trained => {
  const trained: Trained = { bias: 0, weights: new Float64Array(runs) };
  const seenSoFar = new Float64Array(runs);
  let biasSoFar = 0;
  const random = randomFrom(1);
  const sum: Trained = { bias: 0, weights: new Float64Array(runs) };
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = examples.map((example) => ({ example, at: random() })).sort((a, b) => a.at - b.at);
    for (const { example } of order) {
      const { window } = highest(trained, example);
      const kept = window.filter(() => random() >= LEFT_OUT);
      const chance = 1 / (1 + Math.exp(-scoreOf(trained, kept)));
      const slope = (chance - example.target) * (example.target === 1 ? MISSED : 1);
      biasSoFar += slope ** 2;
      trained.bias -= (STEP * slope) / Math.sqrt(biasSoFar + 1e-6);
      for (const run of kept) {
        const weight = trained.weights[run] ?? 0;
        const change = slope + SHRINK * weight;
        const soFar = (seenSoFar[run] ?? 0) + change ** 2;
        seenSoFar[run] = soFar;
        trained.weights[run] = weight - (STEP * change) / Math.sqrt(soFar + 1);
      }
    }
    if (round < ROUNDS / 2) continue;
    sum.bias += trained.bias;
    for (const [run, weight] of trained.weights.entries()) sum.weights[run] = (sum.weights[run] ?? 0) + weight;
  }
  const rounds = ROUNDS / 2;
  return { bias: sum.bias / rounds, weights: sum.weights.map((weight) => weight / rounds) };
};
