import { listChangesContract } from '#contracts/http/list-changes.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffChangesView, wantedOf } from '#contracts/http/staff-list.ts';
import { operation } from '#use-cases/operation.ts';

/** The desk asks every few seconds what changed in a list that somebody looks at. */
export const listChanges = operation(listChangesContract, { lists: ['changedSince'], phoneKeys: ['of'] }).handledBy(
  (needs) => async (request) => {
    const { query, caller } = request;
    const { deskChanges } = await import('#use-cases/lists/desk-list.ts');
    const wish = { ...wantedOf(query), writtenPhone: query.phone, role: caller.role };
    const changes = await deskChanges(wish, query.after, needs);
    return { status: 200, body: staffChangesView(changes, readerOf(request, needs.district)) };
  },
);
