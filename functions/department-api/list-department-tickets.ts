import { listDepartmentTicketsContract } from '#contracts/http/list-department-tickets.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffListView, wantedOf } from '#contracts/http/staff-list.ts';
import { listTickets } from '#use-cases/lists/list-tickets.ts';
import { operation } from '#use-cases/operation.ts';

/** A clerk looks through what is with their department, and leases nothing. */
export const listDepartmentTickets = operation(listDepartmentTicketsContract, { lists: ['allOpen', 'doneIn'] }).handledBy(
  (needs) => async (request) => {
    const { query, params } = request;
    const wanted = { ...wantedOf(query), viewer: 'department', ofDepartment: params.department } as const;
    const page = await listTickets(wanted, { order: query.order, size: query.limit, cursor: query.cursor }, needs);
    return { status: 200, body: staffListView(page, readerOf(request, needs.district)) };
  },
);
