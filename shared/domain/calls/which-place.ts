import type { District } from '#domain/district/district.ts';
import { kernelsOf } from '#domain/district/places/around-names.ts';
import { type Listening, placeIn } from '#domain/district/places/place-in.ts';
import { namesOf } from '#domain/district/places/place-names.ts';
import { isSaid, isSaidAlone, plainWords } from '#domain/district/spoken-words.ts';
import { wholeDistrict } from '#domain/district/standing-ids.ts';
import { lineage } from '#domain/district/tree.ts';
import { placeOf } from './fitting.ts';
import { goOn, notUnderstood, withPlace } from './moves.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Whether words say where something is, also when no list has it: 大武村, 南马坊那边. */
const hasPlaceSign = ({ language }: State, text: string): boolean =>
  catalogueOf(language).heard.retell.placeSigns.some((sign) => isSaid(sign, text));

/** Whether an answer that names a town says more than that: 齐都镇大武村. A village is asked for more in any case. */
const saysMoreThan = (state: State, area: string, speech: string, district: District): boolean => {
  const [lowest, ...above] = lineage(district.areas, area);
  if (lowest?.level !== 'town') return false;
  const names = [lowest, ...above].flatMap(namesOf).toSorted((a, b) => b.length - a.length);
  const rest = names.reduce((text, name) => text.replaceAll(plainWords(name), ','), plainWords(speech));
  return kernelsOf(rest).some(({ at, end }) => end - at > 1 && hasPlaceSign(state, rest.slice(at, end)));
};

/** Whether nothing was said but that it is not known, or words that mean nothing. */
const saysNothing = ({ language }: State, speech: string): boolean => {
  const { fillers, particles, place } = catalogueOf(language).heard;
  const words = [...fillers, ...particles, ...place.map(([word]) => word)];
  return isSaidAlone(words, [], speech) || plainWords(speech) === '';
};

/**
 * The answer to which town it is in. A place that is in no list is kept as it was said, and the matter has the whole district:
 * at once where it is clear that it is a place, or else when it is said again.
 */
export const afterArea = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === 'more') return { ...state, areaPage: state.areaPage + 1, misses: 0 };
  if (choice !== undefined) return goOn({ ...state, area: choice, guesses: undefined });
  const { speech } = answer;
  if (speech === undefined || saysNothing(state, speech)) return notUnderstood(state, answer);
  const told = withPlace(state, speech, district, { asked: true });
  const { area, guesses } = told;
  if (area !== undefined) {
    return goOn(saysMoreThan(state, area, speech, district) ? { ...told, place: placeOf(speech) } : told);
  }
  if (guesses !== undefined) return goOn(told);
  if (!hasPlaceSign(state, speech) && state.misses === 0) return notUnderstood(state, answer);
  return goOn({ ...told, area: wholeDistrict(district), place: placeOf(speech) });
};

/** The one of the areas that were asked about which an answer means. */
const meantOf = (guesses: readonly string[], speech: string, district: District): string | undefined => {
  const { area, maybe } = placeIn(district, speech, { asked: true });
  const wayUp = (id: string): string[] => lineage(district.areas, id).map((one) => one.id);
  const fitting = guesses.filter((id) => (area === undefined ? maybe.includes(id) : wayUp(id).includes(area)));
  return fitting.length === 1 ? fitting[0] : area;
};

/** The answer to which area is meant. What is denied is not asked again; nobody is asked twice who says something else. */
export const afterWhichArea = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { guesses = [], denied = [] } = state;
  const [first, ...others] = guesses;
  const { speech } = answer;
  const otherwise: State = { ...state, guesses: undefined, denied: [...denied, ...guesses] };
  if (choice === 'yes' && others.length === 0) return goOn({ ...state, area: first, guesses: undefined });
  if (choice !== undefined && guesses.includes(choice)) return goOn({ ...state, area: choice, guesses: undefined });
  const listening: Listening = { asked: true };
  if (choice === 'no' || choice === 'none') {
    return goOn(speech === undefined ? otherwise : withPlace(otherwise, speech, district, listening));
  }
  const meant = speech === undefined ? undefined : meantOf(guesses, speech, district);
  if (meant !== undefined) return goOn({ ...state, area: meant, guesses: undefined });
  return state.misses === 0 ? notUnderstood(state, answer) : goOn(otherwise);
};

/** The place of a matter as it was answered, with the village that it names in the area that is known. */
export const withPlaceAnswered = (state: State, speech: string, district: District): State => {
  const found = placeIn(district, speech, { asked: true, within: state.area }).area;
  const isCloser = found !== undefined && lineage(district.areas, found).some(({ id }) => id === state.area);
  return { ...state, area: isCloser ? found : state.area, place: placeOf(speech) };
};
