import type { addToTicketContract } from '../../shared/contracts/http/add-to-ticket.ts';
import type { HttpHandler } from '../../shared/contracts/http/http-contract.ts';
import { ticketView } from '../../shared/contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '../../shared/use-cases/act-on-ticket.ts';

/** A resident adds something to their own ticket. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof addToTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'add', text: request.body.text }, needs);
    return { status: 200, body: ticketView(ticket) };
  };
