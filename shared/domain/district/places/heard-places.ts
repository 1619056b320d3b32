import { isSaidAt, longestSaid } from '#domain/district/spoken-words.ts';
import {
  beginsThere,
  endsThere,
  isNamedAfter,
  isSpokenOfAsPlace,
  kernelsOf,
  placeBefore,
  type Span,
  standsFirst,
} from './around-names.ts';
import type { PlaceName, PlaceNames } from './place-names.ts';

/** A name where it was said, the areas that have it, and how sure that is: the lowest rank is the surest. */
export interface HeardPlace extends Span {
  word: string;
  ids: readonly string[];
  rank: Rank;
}

/** How sure a name is. Only the first is never confirmed. */
export const RANKS = { sure: 0, doubtful: 1, loose: 2, sounds: 3, soundsNearly: 4 } as const;
type Rank = (typeof RANKS)[keyof typeof RANKS];

/** A name, written as the data writes it. */
type Written = Span & { word: string; name: PlaceName };

const everyName = ({ byFirstSign }: PlaceNames, text: string): Written[] => {
  const written: Written[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const name of byFirstSign.get(text.charAt(at)) ?? []) {
      if (isSaidAt(name.word, text, at)) written.push({ word: name.word, at, end: at + name.word.length, name });
    }
  }
  return written;
};

const HAN_ALONE = /^\p{Script=Han}+$/u;
const TOWN = /(?:镇|街道)$/u;
/** A short name of so many signs is hardly anything else. */
const LONG = 3;

/** How sure a name with its ending is; undefined for none. */
const rankOfWhole = (text: string, one: Written, known: readonly Span[], names: PlaceNames): Rank | undefined => {
  const { form, level } = one.name;
  // 金岭镇 is called so, and says by itself that it is a town.
  const isTown = level === 'district' || (level === 'town' && (form === 'full' || TOWN.test(one.word)));
  if (!HAN_ALONE.test(one.word) || isTown) return RANKS.sure;
  const begins = beginsThere(text, one.at, known, names);
  if (form === 'loose') return begins ? RANKS.loose : undefined;
  // Letters of 渠村 stand in many sentences: 沟渠村.
  if (one.word.length < LONG && form === 'full') {
    if (!begins) return undefined;
    return standsFirst(text, one.at, known) ? RANKS.sure : RANKS.doubtful;
  }
  const ends = form !== 'called' || endsThere(text, one) || known.some(({ at }) => at === one.end);
  return begins && ends ? RANKS.sure : RANKS.doubtful;
};

/**
 * How sure a name without its ending is. Beside its town, as the kernel of an answer, or when it is long it is sure; a word
 * that means something else, too, never is, and in a sentence it is none at all.
 */
const rankOfShort = (
  text: string,
  one: Written,
  known: readonly Written[],
  names: PlaceNames,
  kernels: readonly Span[],
): Rank | undefined => {
  const { ids, isWord } = one.name;
  const surest = isWord ? RANKS.loose : RANKS.sure;
  const isKernel = kernels.some(({ at, end }) => at === one.at && end === one.end);
  if (isKernel) return surest;
  if (!endsThere(text, one)) return undefined;
  const before = placeBefore(text, one.at, known);
  const isWithin = before?.name.ids.some((higher) => ids.some((id) => id !== higher && names.wayUp(id).includes(higher)));
  if (isWithin) return surest;
  if (isWord || !beginsThere(text, one.at, known, names)) return undefined;
  if (one.word.length >= LONG) return RANKS.sure;
  return isSpokenOfAsPlace(text, one) ? RANKS.doubtful : undefined;
};

/** The names that are written in a text as the data writes them. In an answer to where it is, less need stand beside them. */
export const writtenPlaces = (names: PlaceNames, text: string, asked: boolean): HeardPlace[] => {
  const every = everyName(names, text);
  const isShort = ({ name }: Written): boolean => name.form === 'short';
  const whole = every.filter((one) => !isShort(one) && !isNamedAfter(text, one.end, one.name.form !== 'called'));
  const known = longestSaid(whole) as Written[];
  const kernels = asked ? kernelsOf(text) : [];
  const ranked = [...known, ...every.filter((one) => isShort(one) && !isNamedAfter(text, one.end, false))].flatMap((one) => {
    const rank = isShort(one) ? rankOfShort(text, one, known, names, kernels) : rankOfWhole(text, one, known, names);
    return rank === undefined ? [] : [{ word: one.word, at: one.at, end: one.end, ids: one.name.ids, rank }];
  });
  return longestSaid(ranked) as HeardPlace[];
};
