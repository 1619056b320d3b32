import type { acceptTicketContract } from '../../shared/contracts/http/accept-ticket.ts';
import type { HttpHandler } from '../../shared/contracts/http/http-contract.ts';
import { staffTicketView } from '../../shared/contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '../../shared/use-cases/act-on-ticket.ts';

/** A department signs for a ticket that is with it. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof acceptTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'accept' }, needs);
    return { status: 200, body: staffTicketView(ticket, 'department') };
  };
