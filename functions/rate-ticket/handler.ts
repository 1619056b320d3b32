import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { rateTicketContract } from '#contracts/http/rate-ticket.ts';
import { ticketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '#use-cases/act-on-ticket.ts';

/** A resident rates their own ticket (评单), which closes it. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof rateTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'rate', rating: request.body }, needs);
    return { status: 200, body: ticketView(ticket) };
  };
