import * as z from 'zod';
import { once } from '#domain/once.ts';
import { reference } from '#domain/text/reference.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentInPath } from './ticket-view.ts';

/** The lease as lease-work gave it. */
export const Lease = once(() => reference({ max: 4000 }));

export const acknowledgeWorkContract = httpContract({
  name: 'acknowledge-work',
  method: 'POST',
  path: '/departments/{department}/work/acknowledgements',
  summary: 'A department has the work safely in its own hands: it does not come again.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get body() {
    return z.strictObject({ lease: Lease() });
  },
  get responses() {
    return { 200: z.object({ acknowledged: z.literal(true) }) };
  },
  refusals: ['department-unknown', 'lease-invalid'],
});
