import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { leaseWorkContract } from '#contracts/http/lease-work.ts';
import type { WorkQueue } from '#ports/work-queue.ts';

/** A department fetches work from its own queue, waiting for some when there is none. */
export const createHandler =
  ({ queue }: { queue: Pick<WorkQueue, 'lease'> }): HttpHandler<typeof leaseWorkContract> =>
  async ({ params: { department }, body }) => {
    const leased = await queue.lease(department, body);
    return { status: 200, body: { work: leased.map(({ lease, work }) => ({ lease, item: work })) } };
  };
