import * as z from 'zod';
import { reference } from '#domain/text/reference.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentInPath } from './ticket-view.ts';

/** The lease as lease-work gave it. */
export const Lease = reference({ max: 4000 });

export const acknowledgeWorkContract = httpContract({
  name: 'acknowledge-work',
  method: 'POST',
  path: '/departments/{department}/work/acknowledgements',
  summary: 'A department has the work safely in its own hands: it does not come again.',
  roles: ['department'],
  params: DepartmentInPath,
  body: z.strictObject({ lease: Lease }),
  responses: { 200: z.object({ acknowledged: z.literal(true) }) },
  refusals: ['department-unknown', 'lease-invalid'],
});
