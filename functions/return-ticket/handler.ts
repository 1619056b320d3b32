import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { returnTicketContract } from '#contracts/http/return-ticket.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '#use-cases/act-on-ticket.ts';

/** A department says that a ticket is not theirs (退单); it waits for the desk. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof returnTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'return', reason: request.body.reason }, needs);
    return { status: 200, body: staffTicketView(ticket, 'department') };
  };
