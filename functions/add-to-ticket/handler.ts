import type { addToTicketContract } from '#contracts/http/add-to-ticket.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '#use-cases/act-on-ticket.ts';

/** A resident adds something to their own ticket. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof addToTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'add', text: request.body.text }, needs);
    return { status: 200, body: ticketView(ticket) };
  };
