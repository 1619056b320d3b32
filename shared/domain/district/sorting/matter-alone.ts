import type { Span } from '#domain/district/places/around-names.ts';
import { writtenPlaces } from '#domain/district/places/heard-places.ts';
import type { PlaceDistrict } from '#domain/district/places/place-in.ts';
import { placeNamesOf } from '#domain/district/places/place-names.ts';
import { soundingPlaces } from '#domain/district/places/sounding-places.ts';
import { alignedWords } from '#domain/district/spoken-words.ts';
import { foldedText } from '#domain/text/folded.ts';
import { COURTESY } from './courtesy-words.ts';
import { deniedIn } from './denied-clauses.ts';

/** Stands for each sign of a place's name: no text that people write has it. */
const MARK = '\ue000';

const PLACE_BEFORE =
  "(?:(?:(?:我|俺|咱)(?:们|家)?|家)?(?:就?是|就?住在?|家住|家在|(?<![现正实存])在|来自|位于|地址是?|地点是?|到|从)*|(?<![a-z])(?:i live |i'm |i am |we live |we are )?(?:in|at|near|from|of|on) (?:the )?)";
const PLACE_AFTER =
  '(?:[0-9零一二三四五六七八九十百]+(?:号楼|单元|号院|号|栋|幢|室|组|队))*(?:这边|那边|这里|那里|这儿|那儿|这块|那块|一带|附近|旁边)?(?:街道(?!办)|镇(?!政府|医院|卫))?的?(?:(?:人|居民|村民|住户|业主)(?=的|[\\p{P}\\s]|$))?的?';
/** A place with the words that make it one of a sentence: 我是王桥村的, "I live in Qidu Town". */
const PLACES = new RegExp(`${PLACE_BEFORE}${MARK}(?:[${MARK} ]*${MARK})?${PLACE_AFTER}`, 'gu');

const NO_LETTERS = '[^\\p{L}\\p{N}]';
const each = (part: (courtesy: (typeof COURTESY)['zh']) => string): string => Object.values(COURTESY).map(part).join('|');
/** Courtesy at the beginning of a text. */
const OPENING = new RegExp(
  `^${NO_LETTERS}*(?:${each(({ openings, openingThanks, endings }) => `(?:${openings})${endings}|(?:${openingThanks})${endings}(?=\\s*\\p{P})`)})`,
  'u',
);
/** Courtesy at its end. */
const CLOSING = new RegExp(
  `(?<!${each(({ spokenOf }) => spokenOf.replace(/\$$/, ''))})(?:${each(({ thanks, endings }) => `(?:${thanks})${endings}`)})${NO_LETTERS}*$`,
  'u',
);
const LETTER = /[\p{L}\p{N}]/u;

/** The end of a clause, and blanks for the rest: all other signs keep their places. */
const blank = (length: number): string => ','.padEnd(length, ' ');
const without = (text: string, { at, end }: Span): string => text.slice(0, at) + blank(end - at) + text.slice(end);

/** Without the names of the district's places: a district has a department for communities, and each address names one. */
const withoutPlaces = ({ areas, placeSounds }: PlaceDistrict, text: string): string => {
  const { text: words, places } = alignedWords(text);
  const names = placeNamesOf(areas);
  const written = writtenPlaces(names, words, false);
  const sounding = placeSounds ? soundingPlaces(names, placeSounds, words, written, false) : [];
  const signs = text.split('');
  for (const { at, end } of [...written, ...sounding]) {
    signs.fill(MARK, places[at] ?? 0, (places[end - 1] ?? -1) + 1);
  }
  return signs.join('').replace(PLACES, ({ length }) => blank(length));
};

/** Without what is said out of courtesy, as far as anything else is said. */
const withoutCourtesy = (text: string): string => {
  let left = text;
  for (const pattern of [OPENING, CLOSING]) {
    for (let polite = pattern.exec(left); polite; polite = pattern.exec(left)) {
      const [words] = polite;
      left = without(left, { at: polite.index, end: polite.index + words.length });
    }
  }
  return LETTER.test(left) ? left : text;
};

/**
 * A text as it is sorted: plain letters, and blanks where it names a place, is courteous, or says what it is not about. All of
 * it keeps its place. Training and use read a matter through this.
 */
export const matterAlone = (district: PlaceDistrict, written: string): string => {
  const plain = withoutPlaces(district, foldedText(written));
  return withoutCourtesy(deniedIn(plain).reduce(without, plain));
};
