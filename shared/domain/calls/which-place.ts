import type { District } from '#domain/district/district.ts';
import { areaIn, placeIn } from '#domain/district/places/place-in.ts';
import { lineage } from '#domain/district/tree.ts';
import { namesAreaAlone, withWordsBeside } from './beside-area.ts';
import { commandIn, nothingIn } from './commands-said.ts';
import { addTo, goOn, goTo, missed, notUnderstood, placedAt, withPlace } from './moves.ts';
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
  return isPlace ? goOn(placedAt(state, speech)) : withoutPlace(addTo(state, speech), answer);
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
    return told.guesses === undefined ? inNoList(state, answer, speech, district) : goOn(placedAt(told, speech));
  }
  const isTown = district.areas.find(({ id }) => id === area)?.level === 'town';
  const beside = besideAreas(state.language, speech, district);
  const place = nothingIn(catalogueOf(state.language).heard, beside) === undefined ? beside : undefined;
  if (place) return goOn(placedAt(told, place));
  return goOn({ ...told, place: isTown && !isAsking(state, state.matter) ? undefined : '' });
};

/** The area within a known one that words name, or the known one itself. */
const closerIn = (area: string | undefined, speech: string, district: District): string | undefined => {
  const found = placeIn(district, speech, { asked: true, within: area }).area;
  return found !== undefined && lineage(district.areas, found).some(({ id }) => id === area) ? found : area;
};

/** The place of a matter as it was answered, with the village that it names in the area that is known. */
const withPlaceAnswered = (state: State, speech: string, district: District): State =>
  placedAt({ ...state, area: closerIn(state.area, speech, district) }, speech);

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

/** The area that was meant. A place that was the name of a town alone, or of what was denied, is still to be asked. */
const settled = (state: State, area: string, district: District): State => {
  const { place = '', language, denied = [] } = state;
  const isTown = district.areas.find(({ id }) => id === area)?.level === 'town';
  const isName = place !== '' && isTown && namesAreaAlone(language, place, [area, ...denied], district);
  return { ...state, area, guesses: undefined, ...(isName && { place: undefined }) };
};

/** The area that an answer to which one it is takes, if any; or else the areas that it may mean instead. */
const taken = (state: State, answer: Answer, choice: string | undefined, district: District): Pick<State, 'area' | 'guesses'> => {
  const { guesses = [], denied = [] } = state;
  const [first, ...others] = guesses;
  const { speech } = answer;
  if (choice === 'yes' && others.length === 0) return { area: speech === undefined ? first : closerIn(first, speech, district) };
  if (choice !== undefined && guesses.includes(choice)) return { area: choice };
  if (speech === undefined) return {};
  if (choice !== 'no' && choice !== 'none') return { area: meantOf(guesses, speech, district) };
  const otherwise: State = { ...state, guesses: undefined, denied: [...denied, ...guesses] };
  const { area, guesses: other } = withPlace(otherwise, speech, district, { asked: true });
  return { area, guesses: other };
};

/**
 * The answer to which area is meant. What is denied is not asked again; nobody is asked twice who says something else. All that
 * is said beside the area stays.
 */
export const afterWhichArea = (before: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { guesses = [], denied = [] } = before;
  const { area, guesses: other } = taken(before, answer, choice, district);
  const { more } = yesOrNoOf(before, answer);
  const isChosen = choice !== undefined && !['yes', 'no', 'none'].includes(choice);
  const isMore = more !== undefined && !isChosen && !saysNothing(before, more);
  const state = isMore ? withWordsBeside(before, more, area, district) : before;
  const isDenied = choice === 'no' || choice === 'none';
  const otherwise: State = { ...state, guesses: undefined, denied: [...denied, ...guesses] };
  if (area !== undefined) return goOn(settled(isDenied ? otherwise : state, area, district));
  if (other !== undefined) return goOn({ ...otherwise, guesses: other });
  // What was said stays until it is said in other words.
  return isDenied || state.misses > 0 ? goTo(otherwise, 'area') : notUnderstood(state, answer);
};
