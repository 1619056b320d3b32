import { listDepartmentChangesContract } from '#contracts/http/list-department-changes.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffChangesView, wantedOf } from '#contracts/http/staff-list.ts';
import { listChanges } from '#use-cases/lists/list-changes.ts';
import { operation } from '#use-cases/operation.ts';

/** A clerk asks every few seconds what changed in a list of their department. */
export const listDepartmentChanges = operation(listDepartmentChangesContract, { lists: ['changedSince'] }).handledBy(
  (needs) => async (request) => {
    const { query, params } = request;
    const wanted = { ...wantedOf(query), viewer: 'department', ofDepartment: params.department } as const;
    const changes = await listChanges(wanted, query.after, needs);
    return { status: 200, body: staffChangesView(changes, readerOf(request, needs.district)) };
  },
);
