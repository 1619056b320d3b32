import type { Role, TicketState } from './ticket-words.ts';

/** One thing that can be done to a ticket: from which states, by whom, and where it leads. */
export interface Transition {
  /** The states in which it is allowed; none for what begins a ticket. */
  from: readonly TicketState[];
  /** The state after it; `unchanged` for what only adds to the ticket. */
  to: TicketState | 'unchanged';
  roles: readonly Role[];
  /** The type of the event that records it. */
  event: string;
}

/**
 * The life of a ticket, once and as data (domain rules: sections 3 and 4). Guards, the write's condition, the README's
 * diagram and the tests all come from here.
 */
export const transitions = {
  open: { from: [], to: 'received', roles: ['resident', 'agent', 'system'], event: 'opened' },
  answer: { from: [], to: 'resolved', roles: ['agent'], event: 'answered' },
  dispatch: { from: ['received', 'returned'], to: 'dispatched', roles: ['agent', 'system'], event: 'dispatched' },
  assign: { from: ['dispatched'], to: 'unchanged', roles: ['system'], event: 'assigned' },
  accept: { from: ['dispatched'], to: 'accepted', roles: ['department'], event: 'accepted' },
  return: { from: ['dispatched', 'accepted'], to: 'returned', roles: ['department'], event: 'returned' },
  resolve: { from: ['accepted'], to: 'resolved', roles: ['department'], event: 'resolved' },
  add: {
    from: ['received', 'dispatched', 'accepted', 'returned', 'resolved'],
    to: 'unchanged',
    // The phone's self-service adds for whoever is on the line.
    roles: ['resident', 'system'],
    event: 'added',
  },
  rate: { from: ['resolved'], to: 'closed', roles: ['resident', 'system'], event: 'rated' },
  'ring-reporter': { from: ['resolved'], to: 'unchanged', roles: ['system'], event: 'reporter-rung' },
  'put-off-reporter': { from: ['resolved'], to: 'unchanged', roles: ['system'], event: 'reporter-put-off' },
  'leave-reporter': { from: ['resolved'], to: 'unchanged', roles: ['system'], event: 'reporter-unreached' },
  record: {
    from: ['received', 'dispatched', 'accepted', 'returned', 'resolved', 'closed'],
    to: 'unchanged',
    roles: ['system'],
    event: 'recorded',
  },
  card: { from: ['received', 'dispatched', 'accepted', 'returned'], to: 'unchanged', roles: ['system'], event: 'carded' },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof transitions;
export type EventType = (typeof transitions)[Action]['event'];
