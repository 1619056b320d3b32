import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { resolveTicketContract } from '#contracts/http/resolve-ticket.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '#use-cases/act-on-ticket.ts';

/** A department says what was done (办结), which stops the clock. */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof resolveTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { action: 'resolve', outcome: request.body.outcome }, needs);
    return { status: 200, body: staffTicketView(ticket, 'department') };
  };
