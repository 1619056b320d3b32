import { readerOf } from '#contracts/http/reader.ts';
import { returnTicketContract } from '#contracts/http/return-ticket.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A department says that a ticket is not theirs (退单); it waits for the desk. */
export const returnTicket = operation(returnTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const ticket = await actOnTicket(request, { action: 'return', reason: request.body.reason }, needs);
    return { status: 200, body: staffTicketView(ticket, readerOf(request, needs.district)) };
  },
);
