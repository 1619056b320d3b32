import * as z from 'zod';
import { TicketState } from '#domain/tickets/states.ts';
import { httpContract } from './http-contract.ts';
import { Paging, pageOf, StaffTicketView } from './ticket-view.ts';

export const listTicketsContract = httpContract({
  name: 'list-tickets',
  method: 'GET',
  path: '/desk/tickets',
  summary:
    'The desk lists the tickets that are in one state: urgent ones first, then those of which a doubt of danger is open, then the others, each oldest first.',
  roles: ['supervisor', 'agent'],
  query: z.strictObject({ state: TicketState, ...Paging }),
  responses: { 200: pageOf(StaffTicketView) },
  refusals: ['cursor-invalid'],
});
