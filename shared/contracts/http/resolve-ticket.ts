import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { DepartmentAndNumberInPath, StaffTicketView } from './ticket-view.ts';

export const resolveTicketContract = httpContract({
  name: 'resolve-ticket',
  method: 'POST',
  path: '/departments/{department}/tickets/{number}/resolution',
  summary: 'A department says what was done (办结).',
  roles: ['department'],
  params: DepartmentAndNumberInPath,
  body: z.strictObject({ outcome: z.string().trim().min(1).max(2000) }),
  responses: { 200: StaffTicketView },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile'],
});
