import { DangerModel, type Thresholds } from '#domain/district/danger/danger-rules.ts';
import { lexiconOf } from '#domain/district/danger/lexicon.ts';
import { look } from '#domain/district/danger/looks.ts';
import { type Register, readText, scriptOf } from '#domain/district/danger/reading.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { type Example, partsOf } from './examples.ts';
import { Features, MARK, type Seen, seeExamples } from './features.ts';
import { trainLogistic } from './logistic.ts';
import type { Judged } from './measure.ts';

/** So many points of a whole-number score are one of the logarithm of the odds. */
const POINTS = 20;
/** What fewer examples have, or what weighs less, is left out. */
const FEWEST = 2;
const LEAST = 7;
const PARTS = 5;
/** The share of harmless examples that may come over each threshold: recall comes first. */
const ALARMS = {
  spoken: { chinese: { danger: 0.022, doubt: 0.077 }, spelt: { danger: 0.03, doubt: 0.1 } },
  written: { chinese: { danger: 0.01, doubt: 0.08 }, spelt: { danger: 0.03, doubt: 0.1 } },
};
/** Nothing under even odds is asked about, lest a text that says next to nothing be a doubt. */
const LOWEST = 8;
/** The share of dangers that are over the threshold under which even plain words are not enough. */
const KEPT = 0.93;

/** The thresholds of a model that has none yet. */
const NOTHING: Thresholds = { danger: 0, doubt: 0, unsure: 0 };
const NONE_YET: DangerModel['thresholds'] = {
  spoken: { chinese: NOTHING, spelt: NOTHING },
  written: { chinese: NOTHING, spelt: NOTHING },
};

const modelFrom = (examples: readonly Seen[], { names }: Features, hash: string): DangerModel => {
  const { bias, weights } = trainLogistic(examples, names.length);
  const counts = new Int32Array(names.length);
  for (const { features } of examples) for (const feature of features) counts[feature] = (counts[feature] ?? 0) + 1;
  const byWeight = new Map<number, string[]>();
  const marks: [string, number][] = [];
  for (const [feature, name] of names.entries()) {
    const weight = Math.round(POINTS * (weights[feature] ?? 0));
    if (name.startsWith(MARK)) marks.push([name.slice(MARK.length), weight]);
    else if (Math.abs(weight) >= LEAST && (counts[feature] ?? 0) >= FEWEST) {
      byWeight.set(weight, [...(byWeight.get(weight) ?? []), name]);
    }
  }
  return DangerModel.parse({
    examples: hash,
    bias: Math.round(POINTS * bias),
    thresholds: NONE_YET,
    marks: Object.fromEntries(marks.sort(([one], [other]) => (one < other ? -1 : 1))),
    weights: Object.fromEntries(
      [...byWeight].sort(([one], [other]) => one - other).map(([weight, names]) => [String(weight), names.sort().join(' ')]),
    ),
  });
};

const withModel = (district: District, model: DangerModel, thresholds: DangerModel['thresholds']): District => ({
  ...district,
  danger: { ...district.danger, model: { ...model, thresholds } },
});

type Script = ReturnType<typeof scriptOf>;
/** An example and its score, in points. */
type Scored = { example: Example; script: Script; score: number };

const scoresOf = (district: District, examples: readonly Example[]): Scored[] => {
  const lexicon = lexiconOf(district);
  const { model } = lexicon;
  if (!model) return [];
  return examples.map((example) => {
    const reading = readText(lexicon, example.text);
    return { example, script: scriptOf(reading.units), score: look(model, reading, example.register).score };
  });
};

const thresholdsOf = (all: readonly Scored[], register: Register, script: Script): Thresholds => {
  const scoresWith = (label: Example['label']): number[] =>
    all
      .filter(({ example, script: own }) => example.register === register && own === script && example.label === label)
      .map(({ score }) => score)
      .sort((one, other) => other - one);
  const [nones, dangers] = [scoresWith('none'), scoresWith('danger')];
  const alarms = ALARMS[register][script];
  const above = (share: number): number => (nones[Math.floor(share * nones.length)] ?? 0) + 1;
  const danger = above(alarms.danger);
  const unsure = dangers[Math.floor(KEPT * dangers.length)] ?? 0;
  const doubt = Math.min(Math.max(above(alarms.doubt), LOWEST), danger);
  return { danger, doubt, unsure: Math.min(unsure, danger) };
};

const LABELS = { danger: 'danger', doubt: 'doubt', none: 'lookalike' } as const;
const HAN = /\p{Script=Han}/u;

const judged = (district: District, { text, register, label }: Example): Judged => ({
  text,
  register,
  language: HAN.test(text) ? 'zh' : 'en',
  label: LABELS[label],
  finding: understandDanger(district, text, register),
});

/**
 * Trains a district's model; the same examples give the same model. The thresholds are those at which models that were
 * trained from four fifths of the examples raise so many false alarms in the other fifth. `judged` is what those models,
 * with these thresholds and the district's words, make of the examples that they have not seen.
 */
export const trainModel = (
  district: District,
  all: readonly Example[],
  hash: string,
): { model: DangerModel; judged: Judged[] } => {
  // Of a bare address nothing is left to learn from.
  const examples = all.filter(({ text }) => readText(lexiconOf(district), text).units.ids.length > 0);
  const features = new Features();
  const seen = seeExamples(lexiconOf(district), examples, features);
  const parts = partsOf(examples, PARTS);
  const trials = Array.from({ length: PARTS }, (_, part) => ({
    model: modelFrom(
      seen.filter((_, n) => parts[n] !== part),
      features,
      hash,
    ),
    unseen: examples.filter((_, n) => parts[n] === part),
  }));
  const scored = trials.flatMap(({ model, unseen }) => scoresOf(withModel(district, model, NONE_YET), unseen));
  const ofRegister = (register: Register) => ({
    chinese: thresholdsOf(scored, register, 'chinese'),
    spelt: thresholdsOf(scored, register, 'spelt'),
  });
  const thresholds = { spoken: ofRegister('spoken'), written: ofRegister('written') };
  return {
    model: { ...modelFrom(seen, features, hash), thresholds },
    judged: trials.flatMap(({ model, unseen }) => {
      const tried = withModel(district, model, thresholds);
      return unseen.map((example) => judged(tried, example));
    }),
  };
};
