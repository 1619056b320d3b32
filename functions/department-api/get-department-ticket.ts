import { getDepartmentTicketContract } from '#contracts/http/get-department-ticket.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { staffTicketView } from '#contracts/http/ticket-view.ts';
import { operation } from '#use-cases/operation.ts';
import { readTicket } from '#use-cases/read-ticket.ts';

/** A department reads a ticket that is with it. */
export const getDepartmentTicket = operation(getDepartmentTicketContract, { store: ['get'] }).handledBy(
  (needs) => async (request) => ({
    status: 200,
    body: staffTicketView(await readTicket(request, needs), readerOf(request, needs.district)),
  }),
);
