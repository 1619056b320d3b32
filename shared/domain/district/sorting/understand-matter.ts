import type { Units } from '#domain/district/danger/units.ts';
import type { District } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { alignedWords, everySaid } from '#domain/district/spoken-words.ts';
import { foldedText, type Part, partsAsWritten } from '#domain/text/folded.ts';
import { type Chance, classify } from './classify.ts';
import { gramsOf, READINGS, unitsIn } from './grams.ts';
import { kindNamed, kindsDenied } from './kind-named.ts';
import { endsOfStory } from './point-of-story.ts';
import { type Reason, reasonsAt, reasonsOf } from './reasons.ts';
import { type Ready, readyFrom, type SortingModel } from './sorting-model.ts';

/** What something is taken for: how probable it is, whether that is enough to be sure, and what else it may be. */
export interface Guess<Id extends string = string> {
  id: Id;
  /** From 0 to 1; absent where words alone decided. */
  probability?: number;
  sure: boolean;
  /** What it is next after this, the most probable first. */
  alternatives: Chance<Id>[];
}

/** What a matter is about, of which kind it is, and the words that spoke for the category. */
export interface UnderstoodMatter {
  category: Guess;
  kind: Guess<TicketKind>;
  reasons: Reason[];
}

/** What is read of a district to sort a matter. */
export type SortingDistrict = Pick<
  District,
  'categories' | 'areas' | 'placeSounds' | 'generalCategory' | 'sorting' | 'sortingModel'
>;

/** How probable a guess must be in a district that does not say it. */
export const SURE_FROM = { category: 0.8, kind: 0.7 };
const MOST_ALTERNATIVES = 3;
/** What is less probable is no alternative. */
const LEAST = 0.05;
/** A first guess that is less probable is none: then the matter is a general one, which is never sure. */
const NO_GUESS = 0.08;
/** What may be a general matter is rather what comes next, unless it is this probable: a person looks at it in any case. */
const GENERAL_FROM = 0.5;
/** The kind of a matter of which nothing is known. */
const USUAL_KIND = 'help';

const rounded = (probability: number): number => Math.round(probability * 100) / 100;

const guessOf = <Id extends string>([first, ...others]: Chance<Id>[], sureFrom: number): Guess<Id> | undefined =>
  first && {
    id: first.id,
    probability: rounded(first.probability),
    sure: first.probability >= sureFrom,
    alternatives: others
      .filter(({ probability }) => probability >= LEAST)
      .slice(0, MOST_ALTERNATIVES)
      .map(({ id, probability }) => ({ id, probability: rounded(probability) })),
  };

/** The kind that a matter names itself. */
const namedIn = (text: string): Guess<TicketKind> | undefined => {
  const id = kindNamed(text);
  return id && { id, sure: true, alternatives: [] };
};

/** Where plain words are said first in a text as it was written. */
const whereSaid = (written: string, words: readonly string[]): Part[] => {
  const { text, places } = alignedWords(foldedText(written));
  const partOf = partsAsWritten(written);
  return words.flatMap((word) => {
    const [said] = everySaid([word], text);
    return said ? [partOf({ at: places[said.at] ?? 0, end: (places[said.end - 1] ?? 0) + 1 })] : [];
  });
};

/** A district without a model goes by its keywords alone. */
const byWords = (district: SortingDistrict, text: string): UnderstoodMatter => {
  const { category, words, sure } = categoryIn(district, text);
  return {
    category: { id: category, sure, alternatives: [] },
    kind: namedIn(text) ?? { id: USUAL_KIND, sure: true, alternatives: [] },
    reasons: reasonsAt(text, whereSaid(text, words)),
  };
};

/** A beginning or an end that is less probable says nothing of its own. */
const OWN_MATTER = 0.5;

/** Whether beginning and end of a story, judged apart, speak of different matters. */
const isTwofold = (model: Ready, units: Units): boolean => {
  const judged = endsOfStory(units)?.map((part) => classify(model, gramsOf(part, READINGS.category)).chances[0]);
  const own = new Set(judged?.filter((first) => first && first.probability >= OWN_MATTER).map((first) => first?.id));
  return own.size > 1;
};

const categoryBy = (
  district: SortingDistrict,
  model: SortingModel,
  text: string,
  units: Units,
): Pick<UnderstoodMatter, 'category' | 'reasons'> => {
  const { generalCategory, categories, sorting: { category: sureFrom } = SURE_FROM } = district;
  const ready = readyFrom(model.category);
  const grams = gramsOf(units, READINGS.category);
  const judged = classify(ready, grams);
  const [first] = judged.chances;
  const isVague = first?.id === generalCategory && first.probability < GENERAL_FROM;
  const guess = guessOf(isVague ? judged.chances.filter(({ id }) => id !== generalCategory) : judged.chances, sureFrom);
  if (!guess || judged.known.length === 0 || (guess.probability ?? 0) < NO_GUESS) {
    return { category: { id: generalCategory, probability: 0, sure: false, alternatives: [] }, reasons: [] };
  }
  if (guess.id === generalCategory) return { category: { ...guess, sure: false }, reasons: [] };
  const keywords = categories.find(({ id }) => id === guess.id)?.keywords ?? [];
  const sure = guess.sure && !isTwofold(ready, units);
  return { category: { ...guess, sure }, reasons: reasonsOf(text, grams, ready, judged, keywords) };
};

const kindBy = (
  { sorting: { kind: sureFrom } = SURE_FROM }: SortingDistrict,
  model: SortingModel,
  text: string,
  units: Units,
): Guess<TicketKind> => {
  const { chances, known } = classify(readyFrom(model.kind), gramsOf(units, READINGS.kind));
  const denied = kindsDenied(text);
  const kinds = chances
    .map(({ id, probability }) => ({ id: TicketKind.parse(id), probability }))
    .filter(({ id }) => !denied.has(id));
  const guess = known.length === 0 ? undefined : guessOf(kinds, sureFrom);
  // Where nothing is said, nothing is to be doubted.
  return guess ?? { id: USUAL_KIND, sure: true, alternatives: [] };
};

/**
 * What a matter is about and of which kind it is, by the district's model. It looks at the words alone, not at the door by
 * which they came: the same words are understood in the same way everywhere.
 */
export const understandMatter = (district: SortingDistrict, text: string): UnderstoodMatter => {
  const { sortingModel: model } = district;
  if (!model) return byWords(district, text);
  const units = unitsIn(district, text);
  return { ...categoryBy(district, model, text, units), kind: namedIn(text) ?? kindBy(district, model, text, units) };
};
