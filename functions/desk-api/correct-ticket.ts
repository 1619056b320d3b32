import { correctTicketContract } from '#contracts/http/correct-ticket.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk puts right what was understood of a ticket (更正). */
export const correctTicket = operation(correctTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const viewer = request.caller.role === 'supervisor' ? 'supervisor' : 'agent';
    const ticket = await actOnTicket(request, { ...request.body, action: 'correct' }, needs);
    return { status: 200, body: staffTicketView(ticket, viewer, needs.district) };
  },
);
