import type { District } from '#domain/district/district.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
import { namesOf } from '#domain/district/places/place-names.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { isSaid, plainWords } from '#domain/district/spoken-words.ts';
import { kindSaid } from './choices.ts';
import { matterOf, placeOf } from './fitting.ts';
import { goOn, goTo, tell, withPlace } from './moves.ts';
import type { State } from './state.ts';
import type { RetellWords } from './words/catalogue.ts';
import { catalogueOf } from './words/catalogues.ts';

/** What is much longer than the word that it stands for is a sentence of its own. */
const SENTENCE = 2;

const anyOf = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|');
/** Words of Chinese stand without blanks; others end where their letters do. */
const bounded = (words: readonly string[]): string => `(?:(?<![a-z])(?:${anyOf(words)})(?![a-z]))`;

/** The same the other way round: 是井盖不是路灯. */
const turned = (but: RetellWords['but'], not: RetellWords['not'], speech: string): (string | undefined)[] => {
  const order = new RegExp(
    `^[\\s，。、,.]*${bounded(but)}\\s*([^，。、,.]{1,40}?)[，,、]?\\s*${bounded(not)}([^，。、,.]+)[。.]?$`,
    'iu',
  );
  const [, to, from] = order.exec(speech) ?? [];
  return [speech, from, to];
};

/** What stands for what, in 不是路灯是井盖. */
const swapIn = ({ not, but, is }: RetellWords, speech: string): { from: string; to: string } | undefined => {
  const between = `(?:[，,、]\\s*|\\s*${bounded(but)})`;
  const [, from, to] =
    new RegExp(`${bounded(not)}\\s*([^，。、,.]{1,40}?)${between}(.+)$`, 'isu').exec(speech) ?? turned(but, not, speech);
  return from === undefined || to === undefined ? undefined : { from: toldIn(is, from), to: toldIn(is, to) };
};

/** What is told, without 是 before it and the signs around it. */
const toldIn = (is: RetellWords['is'], text: string): string => {
  const start = new RegExp(`^(?:[\\s，。、,.:：]|${bounded(is)})+`, 'iu');
  return text.replace(start, '').replace(/[\s，。、,.！!啊呀吧呢]+$/u, '');
};

/** The part of a matter that somebody names as wrong, and what they say instead, if anything. */
const partNamed = (words: RetellWords, speech: string): { part: 'where' | 'what'; value: string } | undefined => {
  for (const part of ['where', 'what'] as const) {
    const [named, wrong] = [bounded(words[part]), bounded(words.wrong)];
    const near = '[^，。、,.]{0,6}?';
    const found = new RegExp(`(?:${named}${near}${wrong}|${wrong}${near}${named})了?(.*)$`, 'isu').exec(speech);
    if (found) return { part, value: toldIn(words.is, found[1] ?? '') };
  }
  return undefined;
};

/** The place is another one; its town too, where it was named. Only a town that is named leaves the place to be asked. */
export const elsewhere = (state: State, value: string, district: District): State => {
  const isTownAlone = district.areas.flatMap(namesOf).some((name) => plainWords(name) === plainWords(value));
  const place = isTownAlone ? undefined : placeOf(value);
  const found = withPlace({ ...state, area: undefined, guesses: undefined }, value, district, { asked: true });
  return { ...found, area: found.guesses === undefined ? (found.area ?? state.area) : undefined, place };
};

/** One thing stands for another, wherever it was said; what is not about it stays. */
const swapped = (state: State, { from, to }: { from: string; to: string }, district: District): State | undefined => {
  const { matter = '', place = '', language } = state;
  const area = areaIn(district, to);
  const isInMatter = from !== '' && matter.includes(from);
  const isInPlace = from !== '' && place.includes(from);
  if (!isInMatter && !isInPlace) return area === undefined ? undefined : elsewhere(state, to, district);
  const isSentence = to.length >= from.length + SENTENCE && categoryIn(district, to).words.length > 0;
  const becomes = isSentence ? to : matter.replaceAll(from, to);
  return {
    ...state,
    ...(isInMatter && { matter: matterOf(becomes), kind: kindSaid(to, language) ?? state.kind }),
    ...(isInPlace && { place: placeOf(place.replaceAll(from, to)) }),
    // Where it was is known no more when its name was the wrong word.
    area: area ?? (areaIn(district, from) === undefined ? state.area : areaIn(district, becomes)),
  };
};

/** What is not so, where nothing is told instead: 不是西关村. */
const wrongAlone = ({ not, is }: RetellWords, speech: string): string | undefined => {
  const [, wrong] = new RegExp(`^[\\s，。、,.]*${bounded(not)}\\s*([^，。、,.]{2,20})[。.]?$`, 'iu').exec(speech) ?? [];
  return wrong === undefined ? undefined : toldIn(is, wrong);
};

/** Asks the part of which the wrong word is; undefined where it is in none. */
const withoutWrong = (state: State, wrong: string, district: District): State | undefined => {
  if (wrong === '') return undefined;
  if (areaIn(district, wrong) !== undefined) return goOn({ ...state, area: undefined, place: undefined });
  if (state.place?.includes(wrong)) return goOn({ ...state, place: undefined });
  return state.matter?.includes(wrong) ? goTo(state, 'matter') : undefined;
};

/** What is told instead of something wrong, by what it speaks of: another matter, another town, another place. */
const instead = (state: State, value: string, district: District): State | undefined => {
  const { retell } = catalogueOf(state.language).heard;
  const { category, words } = categoryIn(district, value);
  if (words.length > 0)
    return category === categoryIn(district, state.matter ?? '').category ? undefined : tell(state, value, district);
  const isPlace = areaIn(district, value) !== undefined || retell.placeSigns.some((sign) => isSaid(sign, value));
  return isPlace ? elsewhere(state, value, district) : undefined;
};

/**
 * Where the conversation goes on when one part of what was understood is wrong: that part is replaced, or asked, and the
 * rest is kept. `more` is what was said beside no. Undefined where it can't be seen which part is meant.
 */
export const retoldPart = (state: State, speech: string, more: string | undefined, district: District): State | undefined => {
  const { retell } = catalogueOf(state.language).heard;
  const changed = (becomes: State): State => {
    const asks = goOn(becomes);
    return { ...asks, notices: [{ notice: 'changed' }] };
  };
  const swap = swapIn(retell, speech);
  const swappedState = swap && (swapped(state, swap, district) ?? instead(state, swap.to, district));
  if (swappedState) return changed(swappedState);
  const wrong = wrongAlone(retell, speech);
  if (wrong !== undefined) return withoutWrong(state, wrong, district);
  const named = partNamed(retell, speech);
  if (named?.part === 'where')
    return named.value === ''
      ? goOn({ ...state, area: undefined, place: undefined })
      : changed(elsewhere(state, named.value, district));
  if (named) return named.value === '' ? goTo(state, 'matter') : changed(tell(state, named.value, district));
  const told = more === undefined ? undefined : instead(state, toldIn(retell.is, more), district);
  return told && changed(told);
};
