import type { Seen } from './features.ts';
import type { Trained } from './logistic.ts';

const SMOOTHING = 0.5;

/** Complement naive Bayes on whole texts, for comparison: the share of a run in harmless texts against that in dangers. */
export const trainNaiveBayes = (examples: readonly Seen[], runs: number): Trained => {
  const counts = { danger: new Float64Array(runs).fill(SMOOTHING), none: new Float64Array(runs).fill(SMOOTHING) };
  for (const { target, windows } of examples) {
    if (target === 0.5) continue;
    const count = target === 1 ? counts.danger : counts.none;
    for (const run of new Set(windows.flat())) count[run] = (count[run] ?? 0) + 1;
  }
  const sum = (list: Float64Array): number => list.reduce((total, one) => total + one, 0);
  const [dangers, nones] = [sum(counts.danger), sum(counts.none)];
  const weights = new Float64Array(runs);
  for (let run = 0; run < runs; run += 1) {
    weights[run] = Math.log((counts.danger[run] ?? 1) / dangers) - Math.log((counts.none[run] ?? 1) / nones);
  }
  return { bias: 0, weights };
};
