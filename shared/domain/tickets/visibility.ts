import type { Actor } from './circumstances.ts';
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

/** Who among the staff looks at a ticket. */
export type StaffViewer = 'agent' | 'supervisor' | 'department';

/**
 * Whether somebody of the staff may know who asked, by number, name or voice: a department not of the anonymous, an agent
 * not of the confidential. The one rule for lists, tickets, work, recordings and call-backs.
 */
export const mayKnowReporter = ({ reporter }: Pick<Ticket, 'reporter'>, viewer: StaffViewer): boolean => {
  if (viewer === 'supervisor') return true;
  return viewer === 'agent' ? reporter.confidential !== true : !reporter.anonymous;
};
