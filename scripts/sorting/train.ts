import type { District } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import type { PlaceDistrict } from '#domain/district/places/place-in.ts';
import { type Chance, classify } from '#domain/district/sorting/classify.ts';
import { gramsOf, READINGS, unitsIn } from '#domain/district/sorting/grams.ts';
import { type LinearModel, readyFrom, type SortingModel } from '#domain/district/sorting/sorting-model.ts';
import { lineage } from '#domain/district/tree.ts';
import { partsOf } from '#scripts/danger/examples.ts';
import { type Answer, atTemperature, temperatureFor } from './calibrate.ts';
import { type Example, type Lesson, wordsOf } from './examples.ts';
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
  /** For each class its family: what speaks for one of a family speaks a little for all, so that few examples go further. */
  families: readonly string[];
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
  { classes, families, recipe, fewest, most }: Question,
  documents: readonly Document[],
  temperatures: LinearModel['points'],
): LinearModel => {
  const { vocabulary, vectors } = vectorsOf(documents, fewest);
  const names = [...new Set(families)];
  const above = families.map((family) => classes.length + names.indexOf(family));
  const trained = trainedBy(recipe, vectors, {
    features: vocabulary.runs.length,
    classes: classes.length + names.length,
    families: Int16Array.from(above),
  });
  return packed(trained, vocabulary, { classes, above }, { most, temperatures });
};

/** What models that were trained from the other parts make of each example. */
const trials = (question: Question, parts: readonly number[]): Answer[] => {
  const { words, examples, classes } = question;
  const judged: Chance[][] = [];
  for (let part = 0; part < PARTS; part += 1) {
    const others = examples.filter((_, n) => parts[n] !== part);
    const model = readyFrom(modelFrom(question, [...words, ...others], { chinese: 1, spelt: 1 }));
    for (const [n, { grams }] of examples.entries()) if (parts[n] === part) judged[n] = classify(model, grams).chances;
  }
  return judged.map((chances, n) => ({ right: classes[examples[n]?.place ?? 0] ?? '', chances }));
};

/**
 * Trains a model; the same documents give the same. `judged` is what models that were trained from four fifths of the
 * examples make of those that they have not seen, with probabilities that fit: a temperature for each script.
 */
export const trainModel = (question: Question, parts: readonly number[]): { model: LinearModel; judged: Chance[][] } => {
  const { words, examples } = question;
  const answers = trials(question, parts);
  const scriptAt = (n: number) => examples[n]?.grams.script ?? 'chinese';
  const fitting = (script: 'chinese' | 'spelt') => temperatureFor(answers.filter((_, n) => scriptAt(n) === script));
  const [all = 1, chinese = all, spelt = all] = [temperatureFor(answers), fitting('chinese'), fitting('spelt')];
  const temperatures = { chinese, spelt };
  return {
    model: modelFrom(question, [...words, ...examples], temperatures),
    judged: answers.map(({ chances }, n) => atTemperature(chances, temperatures[scriptAt(n)])),
  };
};

const RECIPES = { category: { bayes: 1, softmax: 1 }, kind: { softmax: 1 } } as const satisfies Record<string, Recipe>;
/** A run in fewer documents is left out. Among thousands of texts a run of two is chance; of few, each counts. */
const fewestOf = (examples: readonly unknown[]): number => (examples.length < 2_000 ? 2 : 3);
const WEIGHTS = { name: 1, keyword: 0.5, topic: 1 };

/** What the category of a text is learnt from. */
export const categoryQuestion = (
  district: Pick<District, 'categories' | 'areas' | 'placeSounds'>,
  { examples, topics: others }: Lesson,
): Question => {
  const { categories } = district;
  const classes = categories.map(({ id }) => id);
  const documentOf = (text: string, category: string, weight: number, teller?: string): Document => ({
    place: classes.indexOf(category),
    grams: gramsOf(unitsIn(district, text), READINGS.category),
    weight,
    teller,
  });
  return {
    classes,
    families: classes.map((id) => lineage(categories, id).at(-1)?.id ?? id),
    words: [
      ...others.map(({ topic, category }) => documentOf(topic, category, WEIGHTS.topic)),
      ...categories.flatMap((category) => {
        const { names, keywords, topics } = wordsOf(category);
        return [
          ...names.map((name) => documentOf(name, category.id, WEIGHTS.name)),
          ...keywords.map((word) => documentOf(word, category.id, WEIGHTS.keyword)),
          ...topics.map((topic) => documentOf(topic, category.id, WEIGHTS.topic)),
        ];
      }),
    ],
    examples: examples.map(({ text, category, teller }) => documentOf(text, category, 1, teller)),
    recipe: RECIPES.category,
    fewest: fewestOf(examples),
    most: 57_000,
  };
};

/** What the kind of a text is learnt from. */
export const kindQuestion = (district: PlaceDistrict, examples: readonly Example[]): Question => {
  const classes = TicketKind.options;
  return {
    classes,
    // Kinds have nothing in common.
    families: classes.map(() => 'kind'),
    words: [],
    examples: examples.map(({ text, kind, teller }) => ({
      place: classes.indexOf(kind),
      grams: gramsOf(unitsIn(district, text), READINGS.kind),
      weight: 1,
      teller,
    })),
    recipe: RECIPES.kind,
    fewest: fewestOf(examples),
    most: 19_000,
  };
};

/** Trains what sorts a district's matters, and what it makes of the examples without being trained from them. */
export const trainSorting = (
  district: Pick<District, 'categories' | 'areas' | 'placeSounds'>,
  lesson: Lesson,
  trainedFrom: string,
): { model: SortingModel; categories: Chance[][]; kinds: Chance[][] } => {
  const { examples } = lesson;
  const parts = partsOf(examples, PARTS);
  const category = trainModel(categoryQuestion(district, lesson), parts);
  const kind = trainModel(kindQuestion(district, examples), parts);
  return {
    model: { trainedFrom, category: category.model, kind: kind.model },
    categories: category.judged,
    kinds: kind.judged,
  };
};
