import { acceptTicketContract } from '#contracts/http/accept-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** A department signs for a ticket that is with it. */
export const acceptTicket = operation(acceptTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const ticket = await actOnTicket(request, { action: 'accept' }, needs);
    return { status: 200, body: staffTicketView(ticket, readerOf(request, needs.district)) };
  },
);
