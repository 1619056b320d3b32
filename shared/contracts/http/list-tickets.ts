import * as z from 'zod';
import { TicketState } from '#domain/tickets/states.ts';
import { httpContract } from './http-contract.ts';
import { Paging, pageOf, StaffTicketSummary } from './ticket-view.ts';

export const listTicketsContract = httpContract({
  name: 'list-tickets',
  method: 'GET',
  path: '/desk/tickets',
  summary:
    'The desk lists the tickets that are in one state: urgent ones first, then those of which a doubt of danger is open, then the others, each oldest first.',
  roles: ['supervisor', 'agent'],
  get query() {
    return z.strictObject({
      state: TicketState,
      month: z
        .string()
        .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month like 2026-11')
        .optional()
        .describe('Of tickets that are resolved, closed or withdrawn: those opened in this month; the present one without it.'),
      ...Paging(),
    });
  },
  get responses() {
    return { 200: pageOf(StaffTicketSummary()) };
  },
  refusals: ['cursor-invalid'],
});
