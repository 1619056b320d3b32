import { listOwnTicketsContract } from '#contracts/http/list-own-tickets.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { pageView } from '#contracts/http/ticket-view.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import { operation } from '#use-cases/operation.ts';

/** A resident reads what they filed themselves. */
export const listOwnTickets = operation(listOwnTicketsContract, { lists: ['ofReporter'] }).handledBy(
  ({ lists, district }) =>
    async ({ query: { limit, cursor }, caller, headers }) => {
      const page = await lists.ofReporter(reporterKey(caller.id), { size: limit, cursor });
      return { status: 200, body: pageView(page, readerOf({ caller, headers }, district)) };
    },
);
