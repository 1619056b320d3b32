import { rateTicketContract } from '#contracts/http/rate-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { endTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A resident rates their own ticket (评单), which closes it. */
export const rateTicket = operation(rateTicketContract, { store: ['get', 'commit'] }).handledBy((needs) => async (request) => {
  const ticket = await endTicket(request, { action: 'rate', rating: request.body }, request.body.comment, needs);
  return { status: 200, body: ticketView(ticket, readerOf(request, needs.district)) };
});
