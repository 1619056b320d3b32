import { leaseCallBacksContract } from '#contracts/http/lease-call-backs.ts';
import { goneFrom } from '#domain/district/standing-ids.ts';
import type { NotReached } from '#domain/telephone/not-reached.ts';
import { maskPhone, type Telephone } from '#domain/telephone/telephone.ts';
import { operation } from '#use-cases/operation.ts';
import { takeCallBacks } from '#use-cases/phone/call-back-tasks.ts';
import { LEASE_WAIT_SECONDS, whenToLeaseAgain } from '#use-cases/when-to-lease-again.ts';

/** The number to dial; one that was kept before its kind was looked at is not offered. */
const dialled = (phone: Telephone, notRung: NotReached | undefined) =>
  notRung === undefined ? { contact: { phone } } : { notRung };

/** An agent takes callers to ring back. Only here is the number of a lost caller shown: to whoever will dial it. */
export const leaseCallBacks = operation(leaseCallBacksContract, {
  callBackQueue: ['lease', 'acknowledge'],
  callBacks: ['get'],
}).handledBy((needs) => async ({ body }) => {
  const taken = await takeCallBacks({ ...body, waitSeconds: LEASE_WAIT_SECONDS }, needs);
  // The plans of numbers are loaded with the first number.
  const reach = taken.length > 0 ? await import('#domain/telephone/reach.ts') : undefined;
  const callBacks = taken.map(({ lease, item: { phone, calls, ...callBack } }) => ({
    lease,
    callBack: {
      ...callBack,
      reporterPhone: maskPhone(phone),
      ...dialled(phone, reach?.whyNotRung(phone, needs.district.telephone)),
      calls: calls.map(({ recording, ...call }) => ({
        ...call,
        recorded: recording !== undefined,
        ...goneFrom(needs.district, { area: call.area }),
      })),
    },
  }));
  return { status: 200, headers: whenToLeaseAgain(callBacks), body: { callBacks } };
});
