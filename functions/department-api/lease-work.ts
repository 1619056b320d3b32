import { leaseWorkContract, workView } from '#contracts/http/lease-work.ts';
import { readerOf } from '#contracts/http/reader.ts';
import { operation } from '#use-cases/operation.ts';
import { takeWork } from '#use-cases/take-work.ts';
import { LEASE_WAIT_SECONDS, whenToLeaseAgain } from '#use-cases/when-to-lease-again.ts';

/** A department fetches work from its own queue, and learns when to ask again. */
export const leaseWork = operation(leaseWorkContract, {
  workQueue: ['lease', 'acknowledge'],
  store: ['get', 'events'],
}).handledBy((needs) => async (request) => {
  const { params, body, caller } = request;
  const fetcher = { department: params.department, id: caller.id };
  const leased = await takeWork(fetcher, { ...body, waitSeconds: LEASE_WAIT_SECONDS }, needs);
  const reader = readerOf(request, needs.district);
  const work = leased.map((one) => ({ lease: one.lease, item: workView(one.work, reader) }));
  return { status: 200, headers: whenToLeaseAgain(work), body: { work } };
});
