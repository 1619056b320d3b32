import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { DepartmentAndNumberInPath, StaffTicketView } from './ticket-view.ts';

export const returnTicketContract = httpContract({
  name: 'return-ticket',
  method: 'POST',
  path: '/departments/{department}/tickets/{number}/return',
  summary: 'A department says that a ticket is not theirs, and why (退单).',
  roles: ['department'],
  params: DepartmentAndNumberInPath,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  responses: { 200: StaffTicketView },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile'],
});
