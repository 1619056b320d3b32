import type { District } from '#domain/district/district.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { longestOf, readableOf } from '#domain/text/free-text.ts';
import { Addition } from '#domain/tickets/ticket-texts.ts';
import { nothingIn } from './commands-said.ts';
import { goTo, notUnderstood } from './moves.ts';
import { besideStars } from './rating-said.ts';
import type { Answer, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';
import { yesOrNoOf } from './yes-or-no.ts';

/** What is said while a ticket is rated, together: none of it is lost. */
const withComment = (state: State, speech: string | undefined): State => {
  if (speech === undefined || state.comment?.includes(speech)) return state;
  return { ...state, comment: [state.comment, speech].filter((text) => text !== undefined).join('；') };
};

/** Whether an answer that is neither a rating nor a key tells something: 你谁啊 does not, before it is known that a person speaks. */
const tellsSomething = (state: State, speech: string, district: District): boolean =>
  nothingIn(catalogueOf(state.language).heard, speech) === undefined &&
  (state.solved !== undefined || categoryIn(district, speech).words.length > 0);

const notRated = (state: State, answer: Answer, district: District): State => {
  const { speech } = answer;
  const told = speech !== undefined && tellsSomething(state, speech, district) ? withComment(state, speech) : state;
  return notUnderstood(told, answer);
};

/** The answer to whether it is solved: what is said beside it is the comment. */
export const afterSolved = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === undefined) return notRated(state, answer, district);
  const beside = answer.speech === undefined ? undefined : yesOrNoOf(state, answer).more;
  return goTo({ ...withComment(state, beside), solved: choice === 'yes' }, 'stars');
};

/** The answer to how many stars: what is said beside them is the comment, too. */
export const afterStars = (state: State, answer: Answer, choice: string | undefined, district: District): State => {
  if (choice === undefined) return notRated(state, answer, district);
  const beside = answer.speech === undefined ? undefined : besideStars(answer.speech, state.language);
  return goTo({ ...withComment(state, beside), stars: Number(choice) }, 'rated');
};

/** What a call told of a ticket that it then did not rate, as an addition: a rating has stars, and there are none. */
export const toldWithoutStars = (state: State, { language }: Pick<District, 'language'>) => {
  const { question, rates, solved, comment } = state;
  if (question === 'rated' || rates === undefined || (solved === undefined && comment === undefined)) return undefined;
  const { matters } = catalogueOf(language);
  const answer = solved === undefined ? undefined : solved ? matters.saidSolved : matters.saidUnsolved;
  const text = readableOf([answer, comment].filter((part) => part !== undefined).join('；'), longestOf(Addition));
  return { number: rates, text };
};
