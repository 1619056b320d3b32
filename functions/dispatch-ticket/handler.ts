import type { dispatchTicketContract } from '#contracts/http/dispatch-ticket.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { actOnTicket, type TicketNeeds } from '#use-cases/act-on-ticket.ts';

/** An agent names the department by hand (派单). */
export const createHandler =
  (needs: TicketNeeds): HttpHandler<typeof dispatchTicketContract> =>
  async (request) => {
    const ticket = await actOnTicket(request, { ...request.body, action: 'dispatch', rule: 'by-hand' }, needs);
    return { status: 200, body: staffTicketView(ticket, 'agent') };
  };
