import * as z from 'zod';
import { once } from '#domain/once.ts';
import { LONGEST_LEASE_SECONDS } from '#domain/tickets/leases.ts';
import { WorkNames, workNames } from '#domain/tickets/ticket-names.ts';
import { WorkItem } from '#domain/tickets/work-item.ts';
import { httpContract } from './http-contract.ts';
import type { Reader } from './reader.ts';
import { AcceptLanguage } from './reader-language.ts';
import { DepartmentInPath } from './ticket-view.ts';

/** Work as a department reads it: with names beside its ids. */
const NamedWork = once(() => WorkItem().extend({ names: WorkNames() }));

/** Shows work to a reader. */
export const workView = (item: WorkItem, { district, language }: Reader): z.output<ReturnType<typeof NamedWork>> => ({
  ...item,
  names: workNames(item, district, language),
});

export const leaseWorkContract = httpContract({
  name: 'lease-work',
  method: 'POST',
  path: '/departments/{department}/work/leases',
  summary: 'A department fetches work and leases it: what is not acknowledged when the lease ends comes again.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return z.strictObject({
      most: z.int().min(1).max(10).default(10),
      leaseSeconds: z
        .int()
        .min(10)
        .max(LONGEST_LEASE_SECONDS)
        .default(300)
        .describe('How long nobody else gets what is fetched now.'),
    });
  },
  get responses() {
    return { 200: z.object({ work: z.array(z.object({ lease: z.string(), item: NamedWork() })) }) };
  },
  saysWhenToAskAgain: true,
  refusals: ['department-unknown'],
});
