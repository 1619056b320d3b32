import { giveBackWorkContract } from '#contracts/http/give-back-work.ts';
import { operation } from '#use-cases/operation.ts';

/** A department can't do the work now: its queue gives it out again. */
export const giveBackWork = operation(giveBackWorkContract, { workQueue: ['giveBack'] }).handledBy(
  ({ workQueue }) =>
    async ({ params: { department }, body: { lease, delaySeconds } }) => {
      const seconds = await workQueue.giveBack(department, lease, delaySeconds);
      return { status: 200, body: { givenBack: true, delaySeconds: seconds } };
    },
);
