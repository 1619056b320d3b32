import type { getDepartmentTicketContract } from '#contracts/http/get-department-ticket.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import type { District } from '#domain/district/district.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { readTicket } from '#use-cases/read-ticket.ts';

/** A department reads a ticket that is with it. */
export const createHandler =
  (needs: { store: Pick<TicketStore, 'get'>; district: District }): HttpHandler<typeof getDepartmentTicketContract> =>
  async (request) => ({ status: 200, body: staffTicketView(await readTicket(request, needs), 'department') });
