import * as z from 'zod';

/** Where a ticket stands in its life; the commands lead from one to the next. */
export const TicketState = z.enum(['received', 'dispatched', 'accepted', 'returned', 'resolved', 'closed', 'withdrawn']);
export type TicketState = z.infer<typeof TicketState>;

/** What everybody outside of this folder needs to know of a state: they ask here and name no state. */
export interface StateFacts {
  /** Do its clocks run towards the due dates, do they pause while we wait for the reporter, or have they stopped? */
  clocks: 'run' | 'pause' | 'stop';
  /** The hotline itself is to name the department. */
  awaitsRouting: boolean;
  /** The reporter is to say whether it is solved. */
  awaitsRating: boolean;
  /** May the reporter add something? */
  takesAdditions: boolean;
  /** May what the caller said still be linked, when its recording comes late? */
  takesRecordings: boolean;
  /** Has the department that it is with signed for it? */
  isAccepted: boolean;
  /** Is it the unit's? What a department returned is not. */
  isWithUnit: boolean;
  /** Is its life over, with the reporter's word or without? */
  isClosed: boolean;
  /** Does it stand in the denominators of the figures? What was withdrawn, merged or rejected does not. */
  inDenominators: boolean;
}

const open: StateFacts = {
  clocks: 'run',
  awaitsRouting: false,
  awaitsRating: false,
  takesAdditions: true,
  takesRecordings: true,
  isAccepted: false,
  isWithUnit: true,
  isClosed: false,
  inDenominators: true,
};

/** The facts of each state; a new state does not compile until it has answered. */
const facts: Readonly<Record<TicketState, StateFacts>> = {
  received: { ...open, awaitsRouting: true },
  dispatched: open,
  accepted: { ...open, isAccepted: true },
  returned: { ...open, isWithUnit: false },
  resolved: { ...open, clocks: 'stop', isAccepted: true, awaitsRating: true },
  closed: { ...open, clocks: 'stop', isAccepted: true, takesAdditions: false, isClosed: true },
  withdrawn: { ...open, clocks: 'stop', takesAdditions: false, isClosed: true, inDenominators: false },
};

/** The facts of the state that a ticket is in. */
export const factsOf = ({ state }: { state: TicketState }): StateFacts => facts[state];

/** All states of which something is true. */
export const statesWhere = (isTrue: (facts: StateFacts) => boolean): TicketState[] =>
  TicketState.options.filter((state) => isTrue(facts[state]));
