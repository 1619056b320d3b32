import type { District } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { type Chance, classify } from '#domain/district/sorting/classify.ts';
import { gramsOf, READINGS } from '#domain/district/sorting/grams.ts';
import { type LinearModel, readyFrom, type SortingModel } from '#domain/district/sorting/sorting-model.ts';
import { partsOf } from '#scripts/danger/examples.ts';
import { type Example, wordsOf } from './examples.ts';
import { packed } from './pack.ts';
import { hinge, type Sizes, softmax, type Trained, trainBayes, trainBySteps } from './trainers.ts';
import { type Document, type Vector, vectorsOf } from './vectors.ts';

const PARTS = 5;

/** A kind of model: what is trained, and how much of each is in the sum. */
export type Recipe = Readonly<Partial<Record<'bayes' | 'softmax' | 'hinge', number>>>;

const TRAINERS: Record<keyof Recipe, (vectors: readonly Vector[], sizes: Sizes) => Trained> = {
  bayes: trainBayes,
  softmax: (vectors, sizes) => trainBySteps(vectors, sizes, softmax),
  hinge: (vectors, sizes) => trainBySteps(vectors, sizes, hinge),
};

/** What is asked of a text, and what is known of the answer. */
export interface Question {
  classes: readonly string[];
  /** The district's own words, which are in every training. */
  words: readonly Document[];
  /** One for each example. */
  examples: readonly Document[];
  recipe: Recipe;
  /** A run in fewer documents is left out. */
  fewest: number;
  /** So many weights are kept. */
  most: number;
}

const trainedBy = (recipe: Recipe, vectors: readonly Vector[], sizes: Sizes): Trained => {
  const all = Object.entries(recipe).map(([name, share]) => ({ ...TRAINERS[name as keyof Recipe](vectors, sizes), share }));
  const sum: Trained = { bias: new Float64Array(sizes.classes), weights: new Float32Array(sizes.classes * sizes.features) };
  for (const { bias, weights, share } of all) {
    for (let n = 0; n < bias.length; n += 1) sum.bias[n] = (sum.bias[n] ?? 0) + share * (bias[n] ?? 0);
    for (let n = 0; n < weights.length; n += 1) sum.weights[n] = (sum.weights[n] ?? 0) + share * (weights[n] ?? 0);
  }
  return sum;
};

const modelFrom = (
  { classes, recipe, fewest, most }: Question,
  documents: readonly Document[],
  temperature: number,
): LinearModel => {
  const { vocabulary, vectors } = vectorsOf(documents, fewest);
  const trained = trainedBy(recipe, vectors, { features: vocabulary.runs.length, classes: classes.length });
  return packed(trained, vocabulary, classes, { most, temperature });
};

/** How well the probabilities fit: the mean surprise at what was right. */
const surpriseOf = (judged: readonly { right: string; chances: readonly Chance[] }[], temperature: number): number => {
  let sum = 0;
  for (const { right, chances } of judged) {
    let all = 0;
    let own = 0;
    for (const { id, probability } of chances) {
      const share = probability ** (1 / temperature);
      all += share;
      if (id === right) own = share;
    }
    sum -= Math.log(Math.max(own / all, 1e-9));
  }
  return sum / judged.length;
};

const TEMPERATURES = Array.from({ length: 60 }, (_, n) => 0.05 * 1.08 ** n);

/**
 * Trains a model; the same documents give the same. `judged` is what models that were trained from four fifths of the
 * examples make of those that they have not seen, with probabilities that fit (a temperature for all).
 */
export const trainModel = (question: Question, parts: readonly number[]): { model: LinearModel; judged: Chance[][] } => {
  const { words, examples, classes } = question;
  const judged: Chance[][] = [];
  for (let part = 0; part < PARTS; part += 1) {
    const model = readyFrom(modelFrom(question, [...words, ...examples.filter((_, n) => parts[n] !== part)], 1));
    for (const [n, { grams }] of examples.entries()) if (parts[n] === part) judged[n] = classify(model, grams).chances;
  }
  const answers = judged.map((chances, n) => ({ right: classes[examples[n]?.place ?? 0] ?? '', chances }));
  const [temperature = 1] = TEMPERATURES.toSorted((one, other) => surpriseOf(answers, one) - surpriseOf(answers, other));
  return {
    model: modelFrom(question, [...words, ...examples], temperature),
    judged: judged.map((chances) => {
      const shares = chances.map(({ probability }) => probability ** (1 / temperature));
      const all = shares.reduce((sum, share) => sum + share, 0);
      return chances.map(({ id }, n) => ({ id, probability: (shares[n] ?? 0) / all }));
    }),
  };
};

const RECIPES = { category: { softmax: 1 }, kind: { softmax: 1 } } as const satisfies Record<string, Recipe>;
const WEIGHTS = { name: 1, keyword: 0.5, topic: 1 };

/** What the category of a text is learnt from. */
export const categoryQuestion = ({ categories }: Pick<District, 'categories'>, examples: readonly Example[]): Question => {
  const classes = categories.map(({ id }) => id);
  const documentOf = (text: string, category: string, weight: number): Document => ({
    place: classes.indexOf(category),
    grams: gramsOf(text, READINGS.category),
    weight,
  });
  return {
    classes,
    words: categories.flatMap((category) => {
      const { names, keywords, topics } = wordsOf(category);
      return [
        ...names.map((name) => documentOf(name, category.id, WEIGHTS.name)),
        ...keywords.map((word) => documentOf(word, category.id, WEIGHTS.keyword)),
        ...topics.map((topic) => documentOf(topic, category.id, WEIGHTS.topic)),
      ];
    }),
    examples: examples.map(({ text, category }) => documentOf(text, category, 1)),
    recipe: RECIPES.category,
    fewest: 2,
    most: 36_000,
  };
};

/** What the kind of a text is learnt from. */
export const kindQuestion = (examples: readonly Example[]): Question => {
  const classes = TicketKind.options;
  return {
    classes,
    words: [],
    examples: examples.map(({ text, kind }) => ({
      place: classes.indexOf(kind),
      grams: gramsOf(text, READINGS.kind),
      weight: 1,
    })),
    recipe: RECIPES.kind,
    fewest: 2,
    most: 12_000,
  };
};

/** Trains what sorts a district's matters, and what it makes of the examples without being trained from them. */
export const trainSorting = (
  district: Pick<District, 'categories'>,
  examples: readonly Example[],
  trainedFrom: string,
): { model: SortingModel; categories: Chance[][]; kinds: Chance[][] } => {
  const parts = partsOf(examples, PARTS);
  const category = trainModel(categoryQuestion(district, examples), parts);
  const kind = trainModel(kindQuestion(examples), parts);
  return {
    model: { trainedFrom, category: category.model, kind: kind.model },
    categories: category.judged,
    kinds: kind.judged,
  };
};
