import { readerOf } from '#contracts/http/reader.ts';
import { resolveTicketContract } from '#contracts/http/resolve-ticket.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A department says what was done (办结), which stops the clock. */
export const resolveTicket = operation(resolveTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const ticket = await actOnTicket(request, { action: 'resolve', outcome: request.body.outcome }, needs);
    return { status: 200, body: staffTicketView(ticket, readerOf(request, needs.district)) };
  },
);
