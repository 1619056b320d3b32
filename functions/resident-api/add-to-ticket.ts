import { addToTicketContract } from '#contracts/http/add-to-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { dangerTold } from '#domain/tickets/danger-told.ts';
import { filingWarnings } from '#domain/tickets/filing-warnings.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A resident adds something to their own ticket. */
export const addToTicket = operation(addToTicketContract, { store: ['get', 'commit'] }).handledBy((needs) => async (request) => {
  const ticket = await actOnTicket(request, { action: 'add', text: request.body.text }, needs);
  // What is said now is answered, whatever else the ticket speaks of.
  const told = dangerTold(ticket, [request.body.text], needs.district);
  const danger = adviceFor(told ?? ticket.danger, needs.district);
  const warnings = filingWarnings({ texts: [request.body.text], anonymous: ticket.reporter.anonymous }, needs.district);
  return {
    status: 200,
    body: { ...ticketView(ticket, readerOf(request, needs.district)), ...(danger && { danger }), ...warnings },
  };
});
