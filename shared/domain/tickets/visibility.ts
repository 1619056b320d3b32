import { maskNumbers } from '#domain/text/numbers-in-text.ts';
import type { Actor } from './circumstances.ts';
import type { Happened } from './happened.ts';
import { factsOf } from './states.ts';
import type { Ticket } from './ticket.ts';

/** How a ticket names the account of its reporter: by the id of the person, `personId`. */
export const reporterKey = (person: string): string => `user:${person}`;

/**
 * Whether this ticket is one that the actor may know of: a resident's own, a department's present one, any for staff.
 * Whoever may not is told the same as for a number that does not exist.
 */
export const maySee = (ticket: Ticket, actor: Actor): boolean => {
  if (actor.role === 'resident') return actor.id !== undefined && ticket.reporter.key === reporterKey(actor.id);
  if (actor.role === 'department') return actor.department !== undefined && ticket.department === actor.department;
  return true;
};

/** 匿名 or 保密, as a list knows it, which has nothing else of the reporter. */
export type Secrecy = 'anonymous' | 'confidential';

/** Whether the reporter wished not to be known, and to whom. */
export const secrecyOf = ({ anonymous, confidential }: Ticket['reporter']): Secrecy | undefined => {
  if (confidential) return 'confidential';
  return anonymous ? 'anonymous' : undefined;
};

/**
 * Whether a call may speak of a ticket because it comes from its reporter's telephone. A calling number can be forged: of who
 * wished not to be known nobody learns so that there is a ticket.
 */
export const isOffered = ({ state, reporter }: Pick<Ticket, 'state' | 'reporter'>): boolean =>
  !factsOf({ state }).isClosed && secrecyOf(reporter) === undefined;

/** Who among the staff looks at a ticket. */
export type StaffViewer = 'agent' | 'supervisor' | 'department';

/** By the wish of the reporter, where nothing else is known of them. */
export const mayKnowWhoWished = (secrecy: Secrecy | undefined, viewer: StaffViewer): boolean => {
  if (viewer === 'supervisor') return true;
  return viewer === 'agent' ? secrecy !== 'confidential' : secrecy === undefined;
};

/**
 * Whether somebody of the staff may know who asked, by number, name or voice: a department not of the anonymous, an agent
 * not of the confidential. The one rule for lists, tickets, work, recordings and call-backs.
 */
export const mayKnowReporter = ({ reporter }: Pick<Ticket, 'reporter'>, viewer: StaffViewer): boolean =>
  mayKnowWhoWished(secrecyOf(reporter), viewer);

/** What a reporter said of a matter: also here they may have said who they are. */
type Words = Pick<Ticket, 'matter' | 'place' | 'additions' | 'rating' | 'danger' | 'history'>;

/** Events whose words are the reporter's, or may repeat theirs. */
const OF_REPORTERS = new Set(['added', 'rated', 'withdrawn', 'corrected']);

const happenedAsMasked = (happened: Happened): Happened =>
  happened.words !== undefined && OF_REPORTERS.has(happened.what)
    ? { ...happened, words: maskNumbers(happened.words) }
    : happened;

/**
 * The ticket with its reporter's words as this viewer may read them: without telephone and identity card numbers where
 * they may not know who asked. Whatever shows a ticket to staff, or sends it to them, takes its words from here.
 */
export const asReadBy = <T extends Words & Pick<Ticket, 'reporter'>>(ticket: T, viewer: StaffViewer): T => {
  if (mayKnowReporter(ticket, viewer)) return ticket;
  const { matter, place, additions, rating, danger, history } = ticket;
  return {
    ...ticket,
    matter: maskNumbers(matter),
    additions: additions.map((addition) => ({ ...addition, text: maskNumbers(addition.text) })),
    history: history.map(happenedAsMasked),
    ...(place !== undefined && { place: maskNumbers(place) }),
    ...(rating?.comment !== undefined && { rating: { ...rating, comment: maskNumbers(rating.comment) } }),
    ...(danger && { danger: { ...danger, words: danger.words.map(maskNumbers) } }),
  };
};

/** The same for the beginning of a matter, as a list shows it. */
export const excerptReadBy = (
  { excerpt, secrecy }: { excerpt: string; secrecy?: Secrecy | undefined },
  viewer: StaffViewer,
): string => (mayKnowWhoWished(secrecy, viewer) ? excerpt : maskNumbers(excerpt));
