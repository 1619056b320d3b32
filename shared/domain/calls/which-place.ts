import type { District } from '#domain/district/district.ts';
import { areaIn, type Listening, placeIn } from '#domain/district/places/place-in.ts';
import { namesOf } from '#domain/district/places/place-names.ts';
import { plainWords } from '#domain/district/spoken-words.ts';
import { lineage } from '#domain/district/tree.ts';
import { commandIn, nothingIn } from './commands-said.ts';
import { placeOf } from './fitting.ts';
import { addTo, goOn, goTo, missed, notUnderstood, withPlace } from './moves.ts';
import { isAsking, leaving } from './open-intake.ts';
import { besideAreas, besideIntroduction, isWithin, namesSpot, soundsLikePlace, speaksOfMatter } from './place-told.ts';
import { changed, correctedIn, elsewhere } from './retelling.ts';
import { withoutWishAtEnd } from './secrecy.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';
import { yesOrNoOf } from './yes-or-no.ts';

/** Nobody is asked three times for where it is: what is known goes on without. */
const withoutPlace = (state: State, answer: Answer): State => {
  if (state.misses === 0) return notUnderstood(state, answer);
  return goOn({ ...state, place: state.place ?? '' });
};

/** Whether an answer says that it is not known, or nothing. */
const saysNothing = ({ language }: State, speech: string): boolean => {
  const { heard } = catalogueOf(language);
  return commandIn([heard.place], heard, speech) !== undefined || nothingIn(heard, speech) !== undefined;
};

/** A place that is in no list is one all the same, also when it could be anything but is said twice. */
const inNoList = (state: State, answer: Answer, speech: string, district: District): State => {
  if (saysNothing(state, speech)) return withoutPlace(state, answer);
  const isPlace = soundsLikePlace(state.language, speech, district) || state.matter?.endsWith(speech);
  return isPlace ? goOn({ ...state, place: placeOf(speech) }) : withoutPlace(addTo(state, speech), answer);
};

/**
 * What of an answer to where it is names a place: behind what it corrects in itself, and without a wish not to be known. Or
 * the state, where the answer is another one: silence, nothing to file, another matter.
 */
const takenAsWhere = (state: State, answer: Answer, district: District): State | { speech: string } => {
  if (answer.speech === undefined) return withoutPlace(state, answer);
  const left = leaving(state, answer);
  if (left) return left;
  const { secrecy } = catalogueOf(state.language).heard;
  const speech = withoutWishAtEnd(secrecy, answer.speech);
  if (speech === undefined) return missed(state, 'kept-secret');
  const corrected = correctedIn(state, speech, district);
  if (typeof corrected === 'object') return corrected;
  const place = besideIntroduction(state.language, corrected ?? speech);
  return place === '' ? withoutPlace(addTo(state, speech), answer) : { speech: place };
};

/** Whether an answer to the exact place names a town alone, which is not the one that is known: it was another town. */
const isOtherTown = ({ language, area: known }: State, speech: string, district: District): boolean => {
  const area = areaIn(district, speech, { asked: true });
  if (area === undefined || known === undefined || besideAreas(language, speech, district) !== '') return false;
  return district.areas.find(({ id }) => id === area)?.level === 'town' && !isWithin(district, area, known);
};

/** The answer to where it is: the area that it names or may name, and its words where they say more than a name. */
export const takeArea = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === 'more') return { ...state, areaPage: state.areaPage + 1 };
  if (choice !== undefined) return goOn({ ...state, area: choice, guesses: undefined });
  const taken = takenAsWhere(state, answer, district);
  if ('question' in taken) return taken;
  const { speech } = taken;
  const told = withPlace(state, speech, district, { asked: true });
  const { area } = told;
  if (area === undefined) {
    // The words stay, whatever is meant by them.
    return told.guesses === undefined ? inNoList(state, answer, speech, district) : goOn({ ...told, place: placeOf(speech) });
  }
  const isTown = district.areas.find(({ id }) => id === area)?.level === 'town';
  const beside = besideAreas(state.language, speech, district);
  const place = nothingIn(catalogueOf(state.language).heard, beside) === undefined ? beside : undefined;
  return goOn({ ...told, place: place ?? (isTown && !isAsking(state, state.matter) ? undefined : '') });
};

/** The place of a matter as it was answered, with the village that it names in the area that is known. */
const withPlaceAnswered = (state: State, speech: string, district: District): State => {
  const found = placeIn(district, speech, { asked: true, within: state.area }).area;
  const isCloser = found !== undefined && lineage(district.areas, found).some(({ id }) => id === state.area);
  return { ...state, area: isCloser ? found : state.area, place: placeOf(speech) };
};

/** The answer to where exactly it is. */
export const takePlace = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === 'skip') return goOn({ ...state, place: '' });
  const taken = takenAsWhere(state, answer, district);
  if ('question' in taken) return taken;
  const { speech } = taken;
  if (saysNothing(state, speech)) return withoutPlace(state, answer);
  if (isOtherTown(state, speech, district)) return changed(elsewhere(state, speech, district));
  // What speaks of the matter once more belongs to it.
  const isMatter = speaksOfMatter(state.language, speech, district) && !namesSpot(state.language, speech);
  return isMatter ? withoutPlace(addTo(state, speech), answer) : goOn(withPlaceAnswered(state, speech, district));
};

/** The one of the areas that were asked about which an answer means. */
const meantOf = (guesses: readonly string[], speech: string, district: District): string | undefined => {
  const { area, maybe } = placeIn(district, speech, { asked: true });
  const wayUp = (id: string): string[] => lineage(district.areas, id).map((one) => one.id);
  const fitting = guesses.filter((id) => (area === undefined ? maybe.includes(id) : wayUp(id).includes(area)));
  return fitting.length === 1 ? fitting[0] : area;
};

/** Signs that may stand beside the name of a place and say no more of it: 在, 那边. */
const BESIDE_A_NAME = 3;

/** The area that was meant. A place that was hardly more than the name of a town is still to be asked. */
const settled = (state: State, area: string, district: District): State => {
  const { place = '' } = state;
  const known = district.areas.find(({ id }) => id === area);
  const longest = Math.max(0, ...(known ? namesOf(known) : []).map((name) => name.length));
  const isNameAlone = place !== '' && known?.level === 'town' && plainWords(place).length <= longest + BESIDE_A_NAME;
  return { ...state, area, guesses: undefined, ...(isNameAlone && { place: undefined }) };
};

/** The state with what is said beside which area is meant: the spot there, or something of the matter. */
const withBeside = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { language, place } = state;
  const { more } = yesOrNoOf(state, answer);
  const isName = choice !== undefined && !['yes', 'no', 'none'].includes(choice);
  if (isName || more === undefined || saysNothing(state, more)) return state;
  const { area, maybe } = placeIn(district, more, { asked: true });
  if (area === undefined && maybe.length === 0) return place?.includes(more) ? state : addTo(state, more);
  const rest = besideAreas(language, more, district);
  if (soundsLikePlace(language, rest, district)) return place ? addTo(state, rest) : { ...state, place: rest };
  return speaksOfMatter(language, rest, district) ? addTo(state, rest) : state;
};

/** The answer to which area is meant. What is denied is not asked again; nobody is asked twice who says something else. */
export const afterWhichArea = (before: State, answer: Answer, choice: string | undefined, district: District): State => {
  const state = withBeside(before, answer, choice, district);
  const { guesses = [], denied = [] } = state;
  const [first, ...others] = guesses;
  const { speech } = answer;
  const otherwise: State = { ...state, guesses: undefined, denied: [...denied, ...guesses] };
  // What was said stays until it is said in other words.
  const askedAnew = (): State => goTo(otherwise, 'area');
  if (choice === 'yes' && first !== undefined && others.length === 0) return goOn(settled(state, first, district));
  if (choice !== undefined && guesses.includes(choice)) return goOn(settled(state, choice, district));
  const listening: Listening = { asked: true };
  if (choice === 'no' || choice === 'none') {
    const told = speech === undefined ? otherwise : withPlace(otherwise, speech, district, listening);
    if (told.area !== undefined) return goOn(settled(told, told.area, district));
    return told.guesses === undefined ? askedAnew() : goOn(told);
  }
  const meant = speech === undefined ? undefined : meantOf(guesses, speech, district);
  if (meant !== undefined) return goOn(settled(state, meant, district));
  return state.misses === 0 ? notUnderstood(state, answer) : askedAnew();
};
