import * as z from 'zod';
import { Lease } from './acknowledge-work.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentInPath } from './ticket-view.ts';

export const giveBackWorkContract = httpContract({
  name: 'give-back-work',
  method: 'POST',
  path: '/departments/{department}/work/give-backs',
  summary: 'A department ends a lease early: the work comes again, after delaySeconds.',
  roles: ['department'],
  params: DepartmentInPath,
  body: z.strictObject({ lease: Lease, delaySeconds: z.int().min(0).max(43_200).default(0).describe('When it comes again.') }),
  responses: { 200: z.object({ givenBack: z.literal(true) }) },
  refusals: ['department-unknown', 'lease-invalid'],
});
