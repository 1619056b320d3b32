import type { TicketsTable } from '#test/adapters/tickets-table.ts';
import { callBacksSuite } from './call-backs.ts';
import { callEndingsSuite } from './call-endings.ts';
import { callRowsSuite } from './call-rows.ts';
import { callStoreSuite } from './call-store.ts';
import { countedOpeningsSuite } from './counted-openings.ts';
import { dayCountsSuite } from './day-counts.ts';
import { dueIndexSuite } from './due-index.ts';
import { dutyRingsSuite } from './duty-rings.ts';
import { lookUpsSuite } from './look-ups.ts';
import { randomListsSuite } from './random-lists.ts';
import { staffListsSuite } from './staff-lists.ts';
import { telephoneTicketsSuite } from './telephone-tickets.ts';
import { ticketListsSuite } from './ticket-lists.ts';
import { ticketRowsSuite } from './ticket-rows.ts';
import { ticketStoreSuite } from './ticket-store.ts';

/** Everything that is kept in the tickets' table, on one DynamoDB; `make` gives an empty table. */
export const ticketsTableSuite = (name: string, make: () => Promise<TicketsTable>): void => {
  const tickets = async () => (await make()).tickets;
  ticketStoreSuite(name, tickets);
  countedOpeningsSuite(name, tickets);
  ticketListsSuite(name, tickets);
  randomListsSuite(name, tickets);
  staffListsSuite(name, tickets, 8);
  telephoneTicketsSuite(name, tickets);
  dueIndexSuite(name, tickets);
  dayCountsSuite(name, async () => (await make()).dayCounts);
  dutyRingsSuite(name, async () => (await make()).dutyRings);
  lookUpsSuite(name, async () => {
    const { lookUps, toBeTexted } = await make();
    return { lookUps, toBeTexted };
  });
  callStoreSuite(name, async () => (await make()).calls);
  callEndingsSuite(name, make);
  callBacksSuite(name, make);
  ticketRowsSuite(name, make);
  callRowsSuite(name, make);
};
