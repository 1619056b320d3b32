import { factsOf, TicketState } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { readTicketNumber, type TicketNumber } from '#domain/tickets/ticket-number.ts';
import { digitsMeant } from './spoken-number.ts';
import type { Answer, State } from './state.ts';

/** A number begins with the day on which its ticket was opened. */
const BEGINS_WITH_DAY = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** The one number among all digits that may be meant; undefined when there is none, or more than one. */
const numberHeard = (speech: string, letters: string): TicketNumber | undefined => {
  const meant = digitsMeant(speech).filter((digits) => BEGINS_WITH_DAY.test(digits));
  const [number, another] = new Set(meant.flatMap((digits) => readTicketNumber(digits, letters) ?? []));
  return another === undefined ? number : undefined;
};

/** The ticket number that an answer names, where one was asked for; undefined when a digit must be wrong. */
export const numberAsked = ({ question }: State, { digits, speech = '' }: Answer, letters: string): TicketNumber | undefined => {
  if (question !== 'look-up' && question !== 'rate' && question !== 'own') return undefined;
  return digits === undefined ? numberHeard(speech, letters) : readTicketNumber(digits.replace(/\D/g, ''), letters);
};

/**
 * What a look-up tells of a ticket: where it stands and, while its clocks have not stopped, when it is due; and whether it
 * is this caller who may rate it. Never who asked, nor what the matter is.
 */
export const lookedUp = (ticket: Ticket | undefined, mayRate: boolean): Answer => {
  if (!ticket) return { found: 'unknown' };
  const { number, state, schedule } = ticket;
  const found = { number, found: state, ...(mayRate && { mayRate: 'yes' }) };
  if (factsOf(ticket).clocks === 'stop') return found;
  return { ...found, due: schedule.handle.at, provisional: schedule.handle.provisional ? 'yes' : 'no' };
};

/** Whether what a look-up found is a ticket that its reporter is to rate. */
export const awaitsRating = ({ found }: Answer): boolean => {
  const { data: state } = TicketState.safeParse(found);
  return state !== undefined && factsOf({ state }).awaitsRating;
};
