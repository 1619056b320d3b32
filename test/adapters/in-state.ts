import type { TicketState } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { Page, TicketLists } from '#ports/ticket-store.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { listTickets } from '#use-cases/lists/list-tickets.ts';

interface Wanted {
  size: number;
  cursor?: string | undefined;
  month?: string | undefined;
}

/** A page of the list of all tickets in one state, as a supervisor reads it later than anything of these tests happened. */
export const inState = async (
  lists: TicketLists,
  state: TicketState,
  { size, cursor, month }: Wanted,
): Promise<Page<TicketSummary>> => {
  const needs = { lists, district: smallDistrict, now: () => '2027-03-01T00:00:00.000Z' };
  const { first: _, ...page } = await listTickets(
    { viewer: 'supervisor', filter: { state }, month },
    { order: 'age', size, cursor },
    needs,
  );
  return page;
};
