import type { acceptTicketContract } from '#contracts/http/accept-ticket.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '#use-cases/act-on-ticket.ts';

/** A department signs for a ticket that is with it. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof acceptTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'accept' }, needs);
    return { status: 200, body: staffTicketView(ticket, 'department') };
  };
