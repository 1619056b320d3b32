import type { giveBackWorkContract } from '#contracts/http/give-back-work.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import type { WorkQueue } from '#ports/work-queue.ts';

/** A department can't do the work now: its queue gives it out again. */
export const createHandler =
  ({ queue }: { queue: Pick<WorkQueue, 'giveBack'> }): HttpHandler<typeof giveBackWorkContract> =>
  async ({ params: { department }, body: { lease, delaySeconds } }) => {
    await queue.giveBack(department, lease, delaySeconds);
    return { status: 200, body: { givenBack: true } };
  };
