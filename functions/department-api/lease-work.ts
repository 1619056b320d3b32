import { leaseWorkContract } from '#contracts/http/lease-work.ts';
import { operation } from '#use-cases/operation.ts';
import { takeWork } from '#use-cases/take-work.ts';
import { LEASE_WAIT_SECONDS, whenToLeaseAgain } from '#use-cases/when-to-lease-again.ts';

/** A department fetches work from its own queue, and learns when to ask again. */
export const leaseWork = operation(leaseWorkContract, {
  workQueue: ['lease', 'acknowledge'],
  store: ['get', 'events'],
}).handledBy((needs) => async ({ params: { department }, body, caller: { id } }) => {
  const leased = await takeWork({ department, id }, { ...body, waitSeconds: LEASE_WAIT_SECONDS }, needs);
  const work = leased.map((one) => ({ lease: one.lease, item: one.work }));
  return { status: 200, headers: whenToLeaseAgain(work), body: { work } };
});
