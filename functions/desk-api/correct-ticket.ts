import { correctTicketContract } from '#contracts/http/correct-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket } from '#use-cases/act-on-ticket.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk puts right what was understood of a ticket (更正). */
export const correctTicket = operation(correctTicketContract, { store: ['get', 'commit'] }).handledBy(
  (needs) => async (request) => {
    const ticket = await actOnTicket(request, { ...request.body, action: 'correct' }, needs);
    return { status: 200, body: staffTicketView(ticket, readerOf(request, needs.district)) };
  },
);
