import type { acknowledgeWorkContract } from '#contracts/http/acknowledge-work.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { WorkQueue } from '#ports/work-queue.ts';

/** A department has the work, so it leaves the queue. */
export const createHandler =
  ({ queue }: { queue: Pick<WorkQueue, 'acknowledge'> }): HttpHandler<typeof acknowledgeWorkContract> =>
  async ({ params: { department }, body: { lease } }) => {
    await queue.acknowledge(department, lease);
    return { status: 200, body: { acknowledged: true } };
  };
