import { ticketView } from '#contracts/http/ticket-view.ts';
import { withdrawTicketContract } from '#contracts/http/withdraw-ticket.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A resident withdraws their own ticket, which stops all work on it. */
export const withdrawTicket = operation(withdrawTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const ticket = await actOnTicket(request, { action: 'withdraw', ...request.body }, needs);
    return { status: 200, body: ticketView(ticket) };
  },
);
