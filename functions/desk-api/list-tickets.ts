import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { pageView, staffTicketView } from '#contracts/http/ticket-view.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk looks through the tickets of one state. No contact is shown in a list. */
export const listTickets = operation(listTicketsContract, { lists: ['inState'] }).handledBy(
  ({ lists }) =>
    async ({ query: { state, limit, cursor }, caller }) => {
      const viewer = caller.role === 'supervisor' ? 'supervisor' : 'agent';
      const page = await lists.inState(state, { size: limit, cursor });
      return { status: 200, body: pageView(page, (ticket) => staffTicketView(ticket, viewer)) };
    },
);
