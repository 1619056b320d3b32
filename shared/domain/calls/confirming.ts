import type { District } from '#domain/district/district.ts';
import { areaIn } from '#domain/district/places/place-in.ts';
import { plainWords } from '#domain/district/spoken-words.ts';
import { areaSaid } from './areas.ts';
import { cancelIn } from './dropping.ts';
import { addTo, goOn, goTo, missed, notUnderstood } from './moves.ts';
import { besideAreas, isWithin, soundsLikePlace, speaksOfMatter } from './place-told.ts';
import { butElsewhere, elsewhere, LONGEST_PLACE, retoldPart } from './retelling.ts';
import { besideSecrecy, secrecyWished } from './secrecy.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';
import { yesOrNoOf } from './yes-or-no.ts';

const MOST_RETELLINGS = 3;

/** The matter is told anew. What was told stays until then: whoever falls silent now is not lost. */
const retell = (state: State): State => {
  const { area, place, retellings } = state;
  const earlier = { area, place };
  const retold = { ...state, area: undefined, place: undefined, earlier, retellings: retellings + 1 };
  return retold.retellings < MOST_RETELLINGS
    ? goTo(retold, 'matter')
    : goTo({ ...retold, stale: true }, 'record', { notice: 'leave-message' });
};

/** Asks whether nothing is to be filed. What is said beside it is not lost if it is filed after all. */
const drop = (state: State, speech = ''): State => {
  const told = cancelIn(catalogueOf(state.language).heard, speech) === 'beside' ? addTo(state, speech) : state;
  return state.alarm ? goTo(told, 'filed', { notice: 'not-dropped' }) : goTo(told, 'drop');
};

/** Where it is, said at the confirmation when it was not known or is another place: the state with it; undefined when it is something else. */
const withWhere = (state: State, speech: string, district: District): State | undefined => {
  if (speech.length > LONGEST_PLACE || speaksOfMatter(state.language, speech, district)) return undefined;
  const area = areaIn(district, speech);
  const isTownMissing = state.area === undefined && area !== undefined;
  const isOther = area !== undefined && state.area !== undefined && !isWithin(district, area, state.area);
  if (isOther) return elsewhere(state, speech, district);
  const isPlaceMissing = !state.place && soundsLikePlace(state.language, speech, district);
  if (!isTownMissing && !isPlaceMissing) return undefined;
  const place = isPlaceMissing ? besideAreas(state.language, speech, district) : state.place;
  return { ...(isPlaceMissing ? state : addTo(state, speech)), area: area ?? state.area, place };
};

/** Whether somebody only says once more what was understood: 就是村口那个. */
const isEcho = ({ language, matter = '', place = '', area = '' }: State, speech: string, district: District): boolean => {
  const { echo, particles } = catalogueOf(language).heard;
  const said = plainWords(speech);
  const begun = echo.before.map(plainWords).find((word) => said.startsWith(word));
  if (begun === undefined) return false;
  const ends = [...echo.after, ...particles].join('|');
  const rest = said
    .slice(begun.length)
    .replace(new RegExp(`(?:${ends}| )+$`, 'u'), '')
    .trim();
  const known = plainWords([matter, ...areaSaid(language, district, area), place].join(''));
  return rest === '' ? begun !== said : known.includes(rest);
};

/**
 * The answer to whether what was understood is right. Whoever wishes to be kept secret need not say yes, too. What is said
 * beside it is added to the matter.
 */
export const afterConfirming = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  const { language } = state;
  const { speech } = answer;
  const { said, more } = yesOrNoOf(state, answer);
  const kept: State = choice === 'confidential' ? { ...state, confidential: true, wished: 'confidential' } : state;
  const { secrecy } = catalogueOf(language).heard;
  const beside = besideSecrecy(secrecy, more);
  const told = beside === undefined ? kept : addTo(kept, beside);
  if (choice === 'drop') return drop(state, speech);
  // A key, or a plain no, says that all of it is wrong.
  const isNo = choice === 'again' || said === 'no';
  const retold = besideSecrecy(secrecy, speech);
  const part = retold === undefined ? undefined : retoldPart(kept, retold, isNo ? beside : undefined, district);
  if (part && (isNo || said === 'neither')) return part;
  if (isNo) return retell(told);
  const other = beside === undefined ? undefined : butElsewhere(kept, beside, district);
  if (other) return other;
  if (choice !== undefined) return goTo(told, 'filed');
  if (speech !== undefined && isEcho(state, speech, district)) return goTo(kept, 'filed');
  const where = beside === undefined ? undefined : withWhere(kept, beside, district);
  if (where) {
    const isOther = kept.area !== undefined && where.area !== kept.area;
    const asks = where.place === undefined ? goOn(where) : missed(where, 'added');
    return isOther ? { ...asks, notices: [{ notice: 'changed' }] } : asks;
  }
  return beside === undefined ? notUnderstood(kept, answer) : missed(told, 'added');
};

/** The answer to whether nothing is to be filed. Whoever is silent, or says something else, has not said so. */
export const afterDropping = (state: State, answer: Answer, choice: string | undefined): State => {
  if (choice === 'yes') return { ...goTo(state, 'over', { notice: 'dropped' }), dropped: true };
  const { secrecy } = catalogueOf(state.language).heard;
  const more = besideSecrecy(secrecy, yesOrNoOf(state, answer).more);
  const told = more === undefined ? state : addTo(state, more);
  // Who wishes to be kept secret wants it filed: 要是能保密我就报.
  const wish = secrecyWished(secrecy, answer.speech ?? '');
  const isHidden = wish !== undefined && wish !== 'open';
  return choice === 'no' || isHidden ? goOn(told) : notUnderstood(told, answer);
};
