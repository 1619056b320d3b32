import { listTicketsContract } from '#contracts/http/list-tickets.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffListView, wantedOf } from '#contracts/http/staff-list.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk looks through tickets. No contact is shown in a list. */
export const listTickets = operation(listTicketsContract, { lists: ['allOpen', 'doneIn'], phoneKeys: ['of'] }).handledBy(
  (needs) => async (request) => {
    const { query, caller } = request;
    // Most of the desk's requests list nothing.
    const { deskPage } = await import('#use-cases/lists/desk-list.ts');
    const wish = { ...wantedOf(query), writtenPhone: query.phone, role: caller.role };
    const page = await deskPage(wish, { order: query.order, size: query.limit, cursor: query.cursor }, needs);
    return { status: 200, body: staffListView(page, readerOf(request, needs.district)) };
  },
);
