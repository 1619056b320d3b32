import type { Area, District } from '#domain/district/district.ts';
import { areaIn, placeIn } from '#domain/district/places/place-in.ts';
import { namesOf } from '#domain/district/places/place-names.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { plainWords } from '#domain/district/spoken-words.ts';
import { lineage } from '#domain/district/tree.ts';
import { kindSaid } from './choices.ts';
import {
  contrastIn,
  isBehindAt,
  laterIn,
  nameCalledWrong,
  partNamed,
  SENTENCE,
  type Swap,
  swapIn,
  toldIn,
  wrongAlone,
} from './correction-words.ts';
import { matterOf, placeOf } from './fitting.ts';
import { goOn, goTo, placedAt, tell, withPlace } from './moves.ts';
import { isWithin, soundsLikePlace, speaksOfMatter } from './place-told.ts';
import type { State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** So long may be what says where it is and nothing else. */
export const LONGEST_PLACE = 24;

/** The names of an area, also without what they end with. */
const shortNames = (area: Area): string[] => namesOf(area).flatMap((name) => [name, name.replace(/(?:村|镇|街道)$/u, '')]);

/** The names of where it is, as it is known. */
const namesKnown = ({ area = '', place = '' }: State, { areas }: District): string[] => [
  place,
  ...lineage(areas, area).flatMap(shortNames),
];

/** The town in which an area lies, or which it is. */
const townOf = ({ areas }: District, area = ''): string | undefined =>
  lineage(areas, area).find(({ level }) => level === 'town')?.id;

/** The area that is named instead: also by a word that means something else, too, within the town that is known. */
const areaInstead = ({ area }: State, value: string, district: District): string | undefined => {
  const within = townOf(district, area);
  const sure = areaIn(district, value, { asked: true });
  if (sure !== undefined || within === undefined) return sure;
  const found = placeIn(district, value, { asked: true, within });
  const near = found.maybe.filter((id) => id !== within && townOf(district, id) === within);
  return near.length === 1 ? near[0] : undefined;
};

/** The place is another one; its town too, where it was named. Only an area that is named leaves the place to be asked. */
export const elsewhere = (state: State, value: string, district: District): State => {
  const { language } = state;
  const named = areaInstead(state, value, district);
  const isVague = catalogueOf(language).heard.retell.vague.some((word) => value.toLowerCase().startsWith(word));
  const isAreaAlone = district.areas.flatMap(shortNames).some((name) => plainWords(name) === plainWords(value));
  const placed: State = isAreaAlone || isVague ? { ...state, place: undefined } : placedAt(state, value);
  if (named !== undefined) return { ...placed, area: named, guesses: undefined };
  const found = withPlace({ ...placed, area: undefined, guesses: undefined }, value, district, { asked: true });
  return { ...found, area: found.guesses === undefined ? (found.area ?? state.area) : undefined };
};

/** Whether two areas are different villages of one town. */
const isNextTo = (district: District, one: string, other: string | undefined): boolean =>
  other !== undefined && townOf(district, one) === townOf(district, other) && !isWithin(district, one, other);

/** One thing stands for another, wherever it was said; what is not about it stays. */
const swapped = (state: State, { from, to }: Swap, district: District): State | undefined => {
  const { matter = '', place = '', language } = state;
  const area = areaInstead(state, to, district);
  const isInMatter = from !== '' && matter.includes(from);
  const isInPlace = from !== '' && place.includes(from);
  if (!isInMatter && !isInPlace) {
    if (area === undefined) return undefined;
    const other = elsewhere(state, to, district);
    // At the same spot of another village.
    return other.place === undefined && isNextTo(district, area, state.area) ? { ...other, place } : other;
  }
  const isSentence = to.length >= from.length + SENTENCE && speaksOfMatter(language, to, district);
  const becomes = isSentence ? to : matter.replaceAll(from, to);
  // Where it was is known no more when its name was the wrong word.
  const wasArea = areaInstead(state, from, district) !== undefined;
  return {
    ...state,
    ...(isInMatter && { matter: matterOf(becomes), kind: kindSaid(to, language) ?? state.kind }),
    ...(isInPlace && { place: placeOf(place.replaceAll(from, to)) }),
    area: area ?? (wasArea ? areaIn(district, becomes) : state.area),
  };
};

/** Asks the part of which the wrong word is; undefined where it is in none. */
const withoutWrong = (state: State, wrong: string, district: District): State | undefined => {
  if (wrong === '') return undefined;
  if (areaIn(district, wrong) !== undefined) return goOn({ ...state, area: undefined, place: undefined });
  if (state.place?.includes(wrong)) return goOn({ ...state, place: undefined });
  return state.matter?.includes(wrong) ? goTo(state, 'matter') : undefined;
};

/** Whether what is told instead was given as a place: behind 在, or by how it ends. */
const isGivenAsPlace = (state: State, told: string, district: District): boolean => {
  const isBehind = isBehindAt(catalogueOf(state.language).heard.retell, told);
  return (isBehind && told.length <= LONGEST_PLACE) || soundsLikePlace(state.language, told, district);
};

/**
 * What is told instead of something wrong, by what it speaks of: another place, another town, another matter. What was given
 * as a place is never the matter.
 */
const instead = (state: State, told: string, district: District): State | undefined => {
  const value = toldIn(catalogueOf(state.language).heard.retell.is, told);
  if (isGivenAsPlace(state, told, district)) return elsewhere(state, value, district);
  if (speaksOfMatter(state.language, value, district)) {
    const { category, words } = categoryIn(district, value);
    const isSame = category === categoryIn(district, state.matter ?? '').category;
    // 医院 alone may be where it is.
    const isNoun = words.some((word) => plainWords(word) === plainWords(value));
    return isSame || isNoun ? undefined : tell(state, value, district);
  }
  return areaInstead(state, value, district) === undefined ? undefined : elsewhere(state, value, district);
};

/** Goes on with a part that was replaced, and says so. */
export const changed = (becomes: State): State => ({ ...goOn(becomes), notices: [{ notice: 'changed' }] });

/** The state with one thing that stands for another, as a sentence says it of something that is known; undefined for none. */
const swapTold = (state: State, speech: string, district: District): State | undefined => {
  const { heard } = catalogueOf(state.language);
  const called = nameCalledWrong(heard, namesKnown(state, district), speech);
  if (called) return swapped(state, called, district) ?? elsewhere(state, called.to, district);
  const swap = swapIn(heard.retell, speech);
  return swap && (swapped(state, swap, district) ?? instead(state, swap.to, district));
};

/**
 * Where the conversation goes on when one part of what was understood is wrong: that part is replaced, or asked, and the
 * rest is kept. `more` is what was said beside no. Undefined where it can't be seen which part is meant.
 */
export const retoldPart = (state: State, speech: string, more: string | undefined, district: District): State | undefined => {
  const { retell } = catalogueOf(state.language).heard;
  const named = partNamed(retell, speech);
  if (named?.part === 'where' && !speaksOfMatter(state.language, named.value, district))
    return named.value === ''
      ? goOn({ ...state, area: undefined, place: undefined })
      : changed(elsewhere(state, named.value, district));
  const swap = swapTold(state, speech, district);
  if (swap) return changed(swap);
  const wrong = wrongAlone(retell, speech);
  if (wrong !== undefined) return withoutWrong(state, wrong, district);
  if (named?.part === 'what') return named.value === '' ? goTo(state, 'matter') : changed(tell(state, named.value, district));
  const told = more === undefined ? undefined : instead(state, more, district);
  return told && changed(told);
};

/** Another place that is told beside yes: 对，不过是在学校门口. */
export const butElsewhere = (state: State, beside: string, district: District): State | undefined => {
  const { retell } = catalogueOf(state.language).heard;
  const told = contrastIn(retell, beside);
  const value = told === undefined ? undefined : toldIn(retell.is, told);
  // 不过路灯在村口西边 is more than a place.
  if (told === undefined || value === undefined || told.startsWith(value)) return undefined;
  return isGivenAsPlace(state, told, district) ? changed(elsewhere(state, value, district)) : undefined;
};

/**
 * What an answer to where it is corrects: the state, where it is another matter or a place that was known before; or the
 * words that stand behind the wrong ones, which are the answer: 辛店街道，不对，是闻韶街道. Undefined where it corrects nothing.
 */
export const correctedIn = (state: State, speech: string, district: District): State | string | undefined => {
  const { language } = state;
  const { retell } = catalogueOf(language).heard;
  const rather = laterIn(retell, speech);
  const isMore = rather !== undefined && speaksOfMatter(language, rather.before, district);
  const swap = swapIn(retell, speech);
  const later = isMore ? undefined : rather?.later;
  const told = later ?? swap?.to;
  if (told === undefined || told === '') return undefined;
  const isOther = speaksOfMatter(language, told, district) && !isGivenAsPlace(state, told, district);
  const isKnown = swap !== undefined && later === undefined && swap.from !== '' && state.matter?.includes(swap.from);
  if (isOther || isKnown) {
    const other = (swap && swapped(state, swap, district)) ?? instead(state, told, district);
    return other && changed(other);
  }
  const area = areaIn(district, told, { asked: true });
  const isElsewhere = area !== undefined && state.area !== undefined && !isWithin(district, area, state.area);
  return isElsewhere ? changed(elsewhere(state, told, district)) : told;
};
