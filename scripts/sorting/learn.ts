import type { District } from '#domain/district/district.ts';
import type { SortingModel } from '#domain/district/sorting/sorting-model.ts';
import { understandMatter } from '#domain/district/sorting/understand-matter.ts';
import type { Example, Lesson } from './examples.ts';
import { trainSorting } from './train.ts';

/** Fewer tickets say too little of whether a proposal is better. */
export const FEWEST_TICKETS = 20;
/** Every so many-th ticket is held apart. */
const HELD_APART = 3;

/** How often a model is right. */
export interface Right {
  category: number;
  kind: number;
}

/** What came of learning: the proposal, how it and the model of now do on tickets held apart, and whether it is better. */
export interface Learnt {
  proposal: SortingModel;
  heldApart: number;
  now: Right;
  then: Right;
  isBetter: boolean;
}

const rightOf = (district: District, model: SortingModel | undefined, examples: readonly Example[]): Right => {
  const tried = { ...district, sortingModel: model };
  const made = examples.map(({ text, ...right }) => ({ right, understood: understandMatter(tried, text) }));
  return {
    category: made.filter(({ right, understood }) => understood.category.id === right.category).length,
    kind: made.filter(({ right, understood }) => understood.kind.id === right.kind).length,
  };
};

/**
 * Trains a proposal from the examples and two thirds of what people put right, and tries it on the other third, which it has
 * not seen. It is better when more categories are right and no fewer kinds, or the other way round. A run of letters of
 * tickets alone is learnt only where several people have it.
 */
export const learnFrom = (
  district: District,
  { examples, topics }: Lesson,
  corrected: readonly Example[],
  trainedFrom: string,
): Learnt => {
  const { sortingModel: model } = district;
  const heldApart = corrected.filter((_, n) => n % HELD_APART === 0);
  const seen = [...examples, ...corrected.filter((_, n) => n % HELD_APART !== 0)];
  const { model: proposal } = trainSorting(district, { examples: seen, topics }, trainedFrom);
  const now = rightOf(district, model, heldApart);
  const then = rightOf(district, proposal, heldApart);
  const isBetter = then.category >= now.category && then.kind >= now.kind && then.category + then.kind > now.category + now.kind;
  return { proposal, heldApart: heldApart.length, now, then, isBetter };
};
