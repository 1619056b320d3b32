import * as z from 'zod';
import { LONGEST_LEASE_SECONDS } from '#domain/tickets/leases.ts';
import { Lease } from './acknowledge-work.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentInPath } from './ticket-view.ts';

export const giveBackWorkContract = httpContract({
  name: 'give-back-work',
  method: 'POST',
  path: '/departments/{department}/work/give-backs',
  summary: 'A department ends a lease early: the work comes again, after delaySeconds or when it has been away for twelve hours.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get body() {
    return z.strictObject({
      lease: Lease(),
      delaySeconds: z
        .int()
        .min(0)
        .max(LONGEST_LEASE_SECONDS)
        .default(0)
        .describe('In how many seconds it comes again. It never stays away for more than twelve hours from when it was leased.'),
    });
  },
  get responses() {
    return {
      200: z.object({ givenBack: z.literal(true), delaySeconds: z.int().min(0).describe('In how many seconds it comes again.') }),
    };
  },
  refusals: ['department-unknown', 'lease-invalid'],
});
