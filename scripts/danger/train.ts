import { DangerModel } from '#domain/district/danger/danger-rules.ts';
import { lexiconOf } from '#domain/district/danger/lexicon.ts';
import type { Register } from '#domain/district/danger/reading.ts';
import type { District } from '#domain/district/district.ts';
import { type Example, foldOf } from './examples.ts';
import { MARK, Runs, type Seen, seeExamples } from './features.ts';
import { highest, type Trained, trainLogistic } from './logistic.ts';

/** So many points of a whole-number score are one of the logarithm of the odds. */
const POINTS = 20;
/** A run of less weight is left out. */
const LEAST = 6;
const FOLDS = 5;
/** The share of harmless examples that may come over each threshold, and where it lies at most: recall comes first. */
const ALARMS = { spoken: { danger: 0.04, doubt: 0.08 }, written: { danger: 0.03, doubt: 0.08 } };
/** The share of dangers that are over the threshold for what words are unsure of. */
const KEPT = 0.985;

/** A way to train. */
export type Train = (examples: readonly Seen[], runs: number) => Trained;

/** The score that each example gets from a model that has not seen it. */
export const foldedScores = (examples: readonly Example[], seen: readonly Seen[], runs: number, train: Train): number[] => {
  const scores: number[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const isOut = (n: number): boolean => foldOf(examples[n] as Example, FOLDS) === fold;
    const trained = train(
      seen.filter((_, n) => !isOut(n)),
      runs,
    );
    for (const [n, one] of seen.entries()) if (isOut(n)) scores[n] = highest(trained, one).score;
  }
  return scores;
};

/** The scores of the examples of a register with a label, the highest first. */
export const scoresOf = (
  examples: readonly Example[],
  scores: readonly number[],
  register: Register,
  label: Example['label'],
): number[] => scores.filter((_, n) => examples[n]?.register === register && examples[n]?.label === label).sort((a, b) => b - a);

const thresholdsOf = (examples: readonly Example[], scores: readonly number[], register: Register) => {
  const nones = scoresOf(examples, scores, register, 'none');
  const dangers = scoresOf(examples, scores, register, 'danger');
  const above = (share: number): number => Math.ceil(POINTS * (nones[Math.floor(share * nones.length)] ?? 0)) + 1;
  const unsure = Math.floor(POINTS * (dangers[Math.floor(KEPT * dangers.length)] ?? 0));
  const doubt = above(ALARMS[register].doubt);
  return { danger: Math.max(above(ALARMS[register].danger), doubt), doubt, unsure: Math.min(unsure, doubt) };
};

/** Trains a district's model. The same examples give the same model. */
export const trainModel = (district: District, examples: readonly Example[], hash: string): DangerModel => {
  const runs = new Runs();
  const seen = seeExamples(lexiconOf(district), examples, runs);
  const scores = foldedScores(examples, seen, runs.names.length, trainLogistic);
  const { bias, weights } = trainLogistic(seen, runs.names.length);
  const byWeight = new Map<number, string[]>();
  const marks: [string, number][] = [];
  for (const [run, name] of runs.names.entries()) {
    const weight = Math.round(POINTS * (weights[run] ?? 0));
    if (name.startsWith(MARK)) marks.push([name.slice(MARK.length), weight]);
    else if (Math.abs(weight) >= LEAST) byWeight.set(weight, [...(byWeight.get(weight) ?? []), name]);
  }
  return DangerModel.parse({
    examples: hash,
    bias: Math.round(POINTS * bias),
    thresholds: { spoken: thresholdsOf(examples, scores, 'spoken'), written: thresholdsOf(examples, scores, 'written') },
    marks: Object.fromEntries(marks.sort(([one], [other]) => (one < other ? -1 : 1))),
    weights: Object.fromEntries(
      [...byWeight].sort(([one], [other]) => one - other).map(([weight, names]) => [String(weight), names.sort().join(' ')]),
    ),
  });
};
