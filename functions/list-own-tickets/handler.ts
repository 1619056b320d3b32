import type { HttpHandler } from '../../shared/contracts/http/http-contract.ts';
import type { listOwnTicketsContract } from '../../shared/contracts/http/list-own-tickets.ts';
import { pageView, ticketView } from '../../shared/contracts/http/ticket-view.ts';
import { reporterKey } from '../../shared/domain/change-ticket.ts';
import type { TicketLists } from '../../shared/ports/ticket-store.ts';

/** A resident reads what they filed themselves. */
export const createHandler =
  ({ lists }: { lists: Pick<TicketLists, 'ofReporter'> }): HttpHandler<typeof listOwnTicketsContract> =>
  async ({ query: { limit, cursor }, caller }) => {
    const page = await lists.ofReporter(reporterKey(caller.id), { size: limit, cursor });
    return { status: 200, body: pageView(page, ticketView) };
  };
