import { finishCallBackContract } from '#contracts/http/finish-call-back.ts';
import { operation } from '#use-cases/operation.ts';
import { completeCallBack } from '#use-cases/phone/call-back-tasks.ts';

/** An agent tells whether the caller was reached: the call-back is done, or comes again. */
export const finishCallBack = operation(finishCallBackContract, {
  callBackQueue: ['standing', 'acknowledge', 'giveBack'],
  callBacks: ['get', 'replace'],
}).handledBy((needs) => async ({ params: { id }, body }) => ({
  status: 200,
  body: { done: await completeCallBack({ id, ...body }, needs) },
}));
