import type { District } from '#domain/district/district.ts';
import { ownValue } from '#domain/own-value.ts';
import { choiceIn } from './choices.ts';
import { isAll } from './commands-said.ts';
import { goOn, goTo } from './moves.ts';
import { type OwnTicket, ownIn, ownOffered } from './own-tickets.ts';
import type { Answer, Notice, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

/** Whether this answer begins a look-up, and the tickets of the telephone that rings are not known yet. */
export const asksForOwn = (state: State, answer: Answer, district: District): boolean =>
  state.own === undefined &&
  (state.question === 'menu' || state.question === 'matter') &&
  choiceIn(state, answer, district) === 'look-up';

/** Tells what was looked up, and goes on where the call was. */
export const tellFound = (state: State, ...told: Notice[]): State => {
  const served = { ...state, served: true };
  return state.matter === undefined ? goTo(served, 'menu', ...told) : { ...goOn(served), notices: told };
};

const tellOwn = (state: State, ticket: OwnTicket): State => tellFound(state, { notice: 'own', ticket });

/**
 * A look-up begins: of one open ticket of this telephone it is told at once where it stands, of more the caller chooses one.
 * Without any, and who was told of the only one already, keys in a number.
 */
export const beginLookUp = (state: State, answer: Answer): State => {
  const own = state.own ?? ownIn(answer) ?? [];
  const known: State = { ...state, own, ownFrom: 0 };
  const [only, another] = own;
  if (another !== undefined) return goTo(known, 'own');
  return only === undefined || state.own !== undefined ? goTo(known, 'look-up') : tellOwn(known, only);
};

/** The one of the offered tickets whose category was named, and nothing else. */
const ownNamed = (state: State, { speech }: Answer, { categories }: District): OwnTicket | undefined => {
  if (speech === undefined) return undefined;
  const { heard } = catalogueOf(state.language);
  const [named, another] = ownOffered(state).tickets.filter((ticket) => {
    const category = categories.find(({ id }) => id === ticket.category);
    return category !== undefined && isAll([category.name, ...(category.keywords ?? [])], heard, speech);
  });
  return another === undefined ? named : undefined;
};

/** What a choice among own tickets leads to; undefined for what chooses none. */
export const chooseOwn = (state: State, answer: Answer, choice: string | undefined, district: District): State | undefined => {
  const { tickets, next } = ownOffered(state);
  if (choice === 'others') return next === undefined ? goTo(state, 'look-up') : goTo({ ...state, ownFrom: next }, 'own');
  const byKey = Object.fromEntries(tickets.map((ticket, n) => [String(n + 1), ticket]));
  const chosen = choice === undefined ? ownNamed(state, answer, district) : ownValue(byKey, choice);
  return chosen && tellOwn(state, chosen);
};
