import type { Area, District } from '#domain/district/district.ts';
import { namesOf } from '#domain/district/places/place-names.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { lineage } from '#domain/district/tree.ts';
import { onceFor } from '#domain/once-for.ts';
import { foldedText, partsAsWritten } from '#domain/text/folded.ts';
import { placeOf } from './fitting.ts';
import type { Language } from './spoken-number.ts';
import { catalogueOf } from './words/catalogues.ts';

const CLAUSES = /[，。！？；、,.!?;]+/u;
/** So far behind the name of a place may its spot be: 西关村三号楼二单元. */
const FAR = 16;

/** A pattern of any of these words, the longest first. */
export const anyOf = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');

const patternsOf = (language: Language) => {
  const { spots, near, at, estates, retell } = catalogueOf(language).heard;
  const spot = `(?:${anyOf(spots)})`;
  const named = `[\\p{Script=Han}\\d]`;
  return {
    spot: new RegExp(`${spot}(?:\\s*\\d+)?`, 'giu'),
    isAt: new RegExp(`^\\s*(?:${anyOf(at)})\\s*`, 'iu'),
    // 路灯 is in no street, but 大顺路路口 is.
    estate:
      estates.length === 0
        ? undefined
        : new RegExp(`${named}{1,6}?(?:${anyOf(estates)})(?![灯面])${named}{0,10}?${spot}${named}*`, 'u'),
    isLike: new RegExp(anyOf([...spots, ...near, ...estates, ...retell.placeSigns]), 'iu'),
    endsLike: new RegExp(`(?:${anyOf([...spots, ...near, ...retell.placeSigns])})[\\s，。,.]*$`, 'iu'),
  };
};
const PATTERNS = new Map<Language, ReturnType<typeof patternsOf>>();
const patternsIn = (language: Language): ReturnType<typeof patternsOf> => {
  const patterns = PATTERNS.get(language) ?? patternsOf(language);
  PATTERNS.set(language, patterns);
  return patterns;
};

/** The names of all areas, folded: made once, since they are many. */
const namesIn = onceFor((areas: readonly Area[]) => areas.flatMap(namesOf).map(foldedText));

/** Up to the last spot that is named in a text, near its beginning. */
const spotIn = (spot: RegExp, text: string): string | undefined => {
  const near = [...text.matchAll(spot)].filter(({ index }) => index <= FAR);
  const last = near.at(-1);
  return last && text.slice(0, last.index + last[0].length);
};

/** What stands behind the last area that a clause names; undefined where it names none. */
const behindArea = (clause: string, { areas }: Pick<District, 'areas'>): string | undefined => {
  const folded = foldedText(clause);
  let end = 0;
  for (const name of namesIn(areas)) {
    const at = folded.lastIndexOf(name);
    if (at >= 0) end = Math.max(end, at + name.length);
  }
  return end === 0 ? undefined : clause.slice(partsAsWritten(clause)({ at: 0, end }).end);
};

/** Whether an answer speaks of what a matter can be about. 村委会对面 is a place, whatever a village committee is asked for. */
export const speaksOfMatter = (language: Language, speech: string, district: District): boolean =>
  categoryIn(district, speech).words.length > 0 && !patternsIn(language).endsLike.test(speech);

/**
 * The exact place that is told in a sentence about something else, so that nobody need ask for it: behind the name of an
 * area, behind 在, or an estate or a street with a house. Undefined where there is a doubt.
 */
export const placeTold = (language: Language, speech: string, district: District): string | undefined => {
  const { spot, isAt, estate } = patternsIn(language);
  for (const clause of speech.split(CLAUSES)) {
    const behind = behindArea(clause, district) ?? (isAt.test(clause) ? clause : estate?.exec(clause)?.[0]);
    const place = behind === undefined ? undefined : spotIn(spot, behind.replace(isAt, '').replace(/^[\s的]+/u, ''));
    // What speaks of a matter is no place.
    if (place !== undefined && !speaksOfMatter(language, place, district)) return placeOf(place.trim());
  }
  return undefined;
};

/** Whether one of two areas lies in the other. */
export const isWithin = ({ areas }: Pick<District, 'areas'>, one: string, other: string): boolean =>
  lineage(areas, one).some(({ id }) => id === other) || lineage(areas, other).some(({ id }) => id === one);

/** Where somebody is from who says who they are: 西关村 of 我是西关村的老张. What is no such sentence stays as it is. */
export const besideIntroduction = (language: Language, answer: string): string => {
  const { before, after } = catalogueOf(language).heard.introduction;
  const order = new RegExp(`^\\s*(?:${anyOf(before)})\\s*(.*?)(?:${after.join('|')})[啊呀吧\\s，。,.]*$`, 'iu');
  return after.length === 0 ? answer : (order.exec(answer)?.[1] ?? answer);
};

/** What an answer to where it is says beside the names of areas that it begins with: all of it. */
export const besideAreas = (language: Language, answer: string, { areas }: Pick<District, 'areas'>): string => {
  const { isAt } = patternsIn(language);
  let rest = answer;
  for (let before: string | undefined; before !== rest; ) {
    before = rest;
    rest = rest.replace(isAt, '').replace(/^[\s，。、,.的]+/u, '');
    const folded = foldedText(rest);
    const end = namesIn(areas).reduce((longest, one) => (folded.startsWith(one) ? Math.max(longest, one.length) : longest), 0);
    rest = rest.slice(partsAsWritten(rest)({ at: 0, end }).end);
  }
  const beside = rest.replace(/[\s，。、,.]+$/u, '');
  // 齐都镇那边 is the town.
  const { near, ofArea } = catalogueOf(language).heard;
  return near.includes(beside) || ofArea.includes(beside) ? '' : beside;
};

/** Whether an answer names an exact place, whatever else it speaks of. */
export const namesSpot = (language: Language, speech: string): boolean => speech.search(patternsIn(language).spot) >= 0;

/** Whether an answer that names no known place sounds like one. */
export const soundsLikePlace = (language: Language, speech: string, district: District): boolean => {
  const { isLike, estate } = patternsIn(language);
  return isLike.test(speech) && (!speaksOfMatter(language, speech, district) || estate?.test(speech) === true);
};
