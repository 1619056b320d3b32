import { acknowledgeWorkContract } from '#contracts/http/acknowledge-work.ts';
import { operation } from '#use-cases/operation.ts';

/** A department has the work, so it leaves the queue. */
export const acknowledgeWork = operation(acknowledgeWorkContract, { workQueue: ['acknowledge'] }).handledBy(
  ({ workQueue }) =>
    async ({ params: { department }, body: { lease } }) => {
      await workQueue.acknowledge(department, lease);
      return { status: 200, body: { acknowledged: true } };
    },
);
