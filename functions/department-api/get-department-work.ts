import { getDepartmentWorkContract } from '#contracts/http/get-department-work.ts';
import { notAcceptedOf } from '#domain/tickets/not-accepted.ts';
import { operation } from '#use-cases/operation.ts';

/** A department reads how much work waits for it. */
export const getDepartmentWork = operation(getDepartmentWorkContract, {
  lists: ['allOpen'],
  workQueue: ['size'],
}).handledBy(({ lists, workQueue }) => async ({ params: { department } }) => {
  const [{ items }, queue] = await Promise.all([lists.allOpen(), workQueue.size(department)]);
  return { status: 200, body: { ...notAcceptedOf(items, department), queue } };
});
