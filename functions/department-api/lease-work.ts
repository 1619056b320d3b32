import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import { operation } from '#use-cases/operation.ts';
import { takeWork } from '#use-cases/take-work.ts';

/** A department fetches work from its own queue, waiting for some when there is none. */
export const leaseWork = operation(leaseWorkContract, { workQueue: ['lease', 'acknowledge'], store: ['get'] }).handledBy(
  (needs) =>
    async ({ params: { department }, body }) => {
      const leased = await takeWork(department, body, needs);
      return { status: 200, body: { work: leased.map(({ lease, work }) => ({ lease, item: work })) } };
    },
);
