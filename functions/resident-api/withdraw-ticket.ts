import { readerOf } from '#contracts/http/reader.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { withdrawTicketContract } from '#contracts/http/withdraw-ticket.ts';
import { endTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A resident withdraws their own ticket: its department's queue hands it out no more, and whoever has it is refused. */
export const withdrawTicket = operation(withdrawTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const ticket = await endTicket(request, { action: 'withdraw', ...request.body }, request.body.reason, needs);
    return { status: 200, body: ticketView(ticket, readerOf(request, needs.district)) };
  },
);
