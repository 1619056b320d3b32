import type { getTicketContract } from '#contracts/http/get-ticket.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { staffTicketView, ticketView } from '#contracts/http/ticket-view.ts';
import type { District } from '#domain/district/district.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { readTicket } from '#use-cases/read-ticket.ts';

interface Needs {
  store: Pick<TicketStore, 'get' | 'contact'>;
  district: District;
}

/** A resident reads their own ticket; the desk reads any, and only for the desk is the contact read at all. */
export const createHandler =
  (needs: Needs): HttpHandler<typeof getTicketContract> =>
  async (request) => {
    const ticket = await readTicket(request, needs);
    if (request.caller.role === 'resident') return { status: 200, body: ticketView(ticket) };
    const contact = await needs.store.contact(ticket.number);
    const viewer = request.caller.role === 'supervisor' ? 'supervisor' : 'agent';
    return { status: 200, body: staffTicketView(ticket, viewer, contact) };
  };
