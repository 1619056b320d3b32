import type { District } from '#domain/district/district.ts';
import { besideNamesOf } from '#domain/district/places/beside-names.ts';
import { lineage } from '#domain/district/tree.ts';
import { nothingIn } from './commands-said.ts';
import { toldIn } from './correction-words.ts';
import { addTo, placedAt } from './moves.ts';
import { besideAreas, soundsLikePlace, speaksOfMatter } from './place-told.ts';
import type { Language } from './spoken-number.ts';
import type { State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** What words say beside the name of an area; nothing where only 是 and the like are left. */
const besideName = (language: Language, words: string, area: string, district: District): string => {
  const { heard } = catalogueOf(language);
  const beside = toldIn(heard.retell.is, besideNamesOf(district, area, words));
  return nothingIn(heard, beside) === undefined ? beside : '';
};

/** Whether words say no more than that it is in one of these areas, or near it: 齐都镇那边. */
export const namesAreaAlone = (language: Language, words: string, ids: readonly string[], district: District): boolean =>
  ids.some((id) => besideAreas(language, besideName(language, words, id, district), { areas: [] }) === '');

/**
 * The state with all that an answer to where it is says beside the area that is taken from it: it is the exact place, or stays
 * in the matter. Where no area is taken, all words stay in the matter: what is asked again may be answered by another place.
 */
export const withWordsBeside = (state: State, words: string, area: string | undefined, district: District): State => {
  const { language, place, matter } = state;
  const isKnown = (said: string): boolean | undefined => place?.includes(said) || matter?.includes(said);
  if (area === undefined) return isKnown(words) ? state : addTo(state, words);
  const rest = besideAreas(language, words, { areas: lineage(district.areas, area) });
  if (isKnown(rest) || besideName(language, rest, area, district) === '') return state;
  // What stands behind the name of its area is a place there.
  const isBehind = rest !== words && !speaksOfMatter(language, rest, district);
  const isPlace = isBehind || soundsLikePlace(language, rest, district);
  return isPlace && !place ? placedAt(state, rest) : addTo(state, rest);
};
