import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffListView, wantedOf } from '#contracts/http/staff-list.ts';
import { deskList } from '#use-cases/lists/desk-list.ts';
import { listTickets as list } from '#use-cases/lists/list-tickets.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk looks through tickets. No contact is shown in a list. */
export const listTickets = operation(listTicketsContract, { lists: ['allOpen', 'doneIn'], phoneKeys: ['of'] }).handledBy(
  (needs) => async (request) => {
    const { query, caller } = request;
    const wanted = await deskList(wantedOf(query), query.phone, caller.role, needs);
    const page = await list(wanted, { order: query.order, size: query.limit, cursor: query.cursor }, needs);
    return { status: 200, body: staffListView(page, readerOf(request, needs.district)) };
  },
);
