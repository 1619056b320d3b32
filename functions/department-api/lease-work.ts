import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import { operation } from '#use-cases/operation.ts';

/** A department fetches work from its own queue, waiting for some when there is none. */
export const leaseWork = operation(leaseWorkContract, { workQueue: ['lease'] }).handledBy(
  ({ workQueue }) =>
    async ({ params: { department }, body }) => {
      const leased = await workQueue.lease(department, body);
      return { status: 200, body: { work: leased.map(({ lease, work }) => ({ lease, item: work })) } };
    },
);
