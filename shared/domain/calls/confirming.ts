import type { District } from '#domain/district/district.ts';
import { cancelIn } from './dropping.ts';
import { addTo, goTo, missed, notUnderstood } from './moves.ts';
import { retoldPart } from './retelling.ts';
import { asWished, besideSecrecy, secrecyWished } from './secrecy.ts';
import type { Answer, Question, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';
import { yesOrNoOf } from './yes-or-no.ts';

const MOST_RETELLINGS = 3;

/** The matter is told anew. What was told stays until then: whoever falls silent now is not lost. */
const retell = (state: State): State => {
  const retold = { ...state, area: undefined, place: undefined, retellings: state.retellings + 1 };
  return retold.retellings < MOST_RETELLINGS
    ? goTo(retold, 'matter')
    : goTo({ ...retold, matter: undefined }, 'record', { notice: 'leave-message' });
};

/** There people say that they do not want to be known, and need not say it again. */
const WISHES: readonly Question[] = ['confirm', 'drop', 'whereabouts'];

/** Whether who asked is kept secret, by what was said last; whatever else comes of it, nobody need say it twice. */
export const withWish = (state: State, { speech }: Answer): State => {
  const wished = speech === undefined ? undefined : secrecyWished(catalogueOf(state.language).heard.secrecy, speech);
  if (wished === undefined) return state;
  return WISHES.includes(state.question) ? asWished({ ...state, wished }) : { ...state, wished };
};

/** Asks whether nothing is to be filed. What is said beside it is not lost if it is filed after all. */
const drop = (state: State, speech = ''): State => {
  const told = cancelIn(catalogueOf(state.language).heard, speech) === 'beside' ? addTo(state, speech) : state;
  return state.alarm ? goTo(told, 'filed', { notice: 'not-dropped' }) : goTo(told, 'drop');
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
  if (choice !== undefined) return goTo(told, 'filed');
  return beside === undefined ? notUnderstood(kept, answer) : missed(told, 'added');
};

/** The answer to whether nothing is to be filed. Whoever is silent, or says something else, has not said so. */
export const afterDropping = (state: State, answer: Answer, choice: string | undefined): State => {
  const { more } = yesOrNoOf(state, answer);
  if (choice === 'yes') return { ...goTo(state, 'over', { notice: 'dropped' }), dropped: true };
  const told = more === undefined ? state : addTo(state, more);
  return choice === 'no' ? goTo(told, 'confirm') : notUnderstood(told, answer);
};
