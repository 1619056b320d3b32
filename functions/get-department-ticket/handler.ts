import type { getDepartmentTicketContract } from '../../shared/contracts/http/get-department-ticket.ts';
import type { HttpHandler } from '../../shared/contracts/http/http-contract.ts';
import { staffTicketView } from '../../shared/contracts/http/ticket-view.ts';
import type { District } from '../../shared/domain/district.ts';
import type { TicketStore } from '../../shared/ports/ticket-store.ts';
import { readTicket } from '../../shared/use-cases/read-ticket.ts';

/** A department reads a ticket that is with it. */
export const createHandler =
  (needs: { store: Pick<TicketStore, 'get'>; district: District }): HttpHandler<typeof getDepartmentTicketContract> =>
  async (request) => ({ status: 200, body: staffTicketView(await readTicket(request, needs), 'department') });
