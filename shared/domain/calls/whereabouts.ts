import type { District } from '#domain/district/district.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
import { isSaidAlone } from '#domain/district/spoken-words.ts';
import { signsOfDanger } from './danger-affirmed.ts';
import { takenBack, wordsOfDanger } from './false-alarm.ts';
import { goTo, isSilent, keep, missed } from './moves.ts';
import { besideSecrecy } from './secrecy.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Whether anything is said beside cries, words of the danger that is known, and the wish not to be known. */
const mayNamePlace = (state: State, speech: string, district: District): boolean => {
  const { hurry, fillers, particles, secrecy, emergency } = catalogueOf(state.language).heard;
  const beside = besideSecrecy(secrecy, speech) ?? '';
  const cries = [...hurry, ...(district.danger.alone ?? []), ...wordsOfDanger(state, district)];
  const known = [
    ...cries,
    ...fillers,
    ...particles,
    ...emergency.course,
    ...emergency.unknown,
    ...signsOfDanger(state, district),
  ];
  return beside !== '' && !isSaidAlone(known, emergency.calm, beside);
};

/**
 * The answer to where somebody in danger is: the area that it names, and its words. Who says nothing, or names no place, is
 * asked once more; nobody in danger is asked three times.
 */
export const afterWhereabouts = (state: State, answer: Answer, district: District): State => {
  const { speech } = answer;
  const calmed = takenBack(state, answer, district);
  if (calmed) return calmed;
  if (speech !== undefined && mayNamePlace(state, speech, district)) {
    const area = areaIn(district, speech, { asked: true }) ?? state.area;
    return goTo(keep({ ...state, area, whereabouts: speech }, speech), 'filed');
  }
  if (state.misses === 0) return missed(state, isSilent(answer) ? 'silent' : 'wrong');
  return goTo(speech === undefined ? state : keep({ ...state, whereabouts: speech }, speech), 'filed');
};
