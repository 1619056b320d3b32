import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { pageView } from '#contracts/http/ticket-view.ts';
import { localTime, offsetMinutes } from '#domain/instant.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk looks through the tickets of one state. No contact is shown in a list. */
export const listTickets = operation(listTicketsContract, { lists: ['inState'] }).handledBy(
  ({ lists, now, district }) =>
    async ({ query: { state, month, limit, cursor }, caller, headers }) => {
      const present = localTime(now(), offsetMinutes(district.utcOffset)).day.slice(0, 7);
      const page = await lists.inState(state, { size: limit, cursor, month: month ?? present });
      return { status: 200, body: pageView(page, readerOf({ caller, headers }, district)) };
    },
);
