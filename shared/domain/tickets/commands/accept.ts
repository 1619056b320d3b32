import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { toAcceptAgain } from '#domain/tickets/duty.ts';
import { factsOf } from '#domain/tickets/states.ts';

/** 签收: the department takes it; once more what it had accepted before somebody was in danger. */
export const accept = command({
  name: 'accept',
  from: ['dispatched', 'accepted'],
  to: 'accepted',
  roles: ['department'],
  get input() {
    return z.strictObject({});
  },
  event: 'accepted',
  says: {},
  isOffered: (ticket) => !factsOf(ticket).isAccepted || ticket.toAcceptAgain === true,
  // Work that is delivered once more after it was done must not be a mistake of the department.
  isDone: (ticket) => factsOf(ticket).isAccepted && !toAcceptAgain(ticket),
  change: (ticket, _input, { at }) => {
    const { duty } = ticket;
    // It has accepted in its time: this only says that it knows of the danger.
    if (factsOf(ticket).isAccepted && duty) return { ticket: { duty: { ...duty, accepted: true } }, event: {} };
    return { ticket: { acceptedAt: at }, event: {} };
  },
});
