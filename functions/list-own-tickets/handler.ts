import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { listOwnTicketsContract } from '#contracts/http/list-own-tickets.ts';
import { pageView, ticketView } from '#contracts/http/ticket-view.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import type { TicketLists } from '#ports/ticket-store.ts';

/** A resident reads what they filed themselves. */
export const createHandler =
  ({ lists }: { lists: Pick<TicketLists, 'ofReporter'> }): HttpHandler<typeof listOwnTicketsContract> =>
  async ({ query: { limit, cursor }, caller }) => {
    const page = await lists.ofReporter(reporterKey(caller.id), { size: limit, cursor });
    return { status: 200, body: pageView(page, ticketView) };
  };
