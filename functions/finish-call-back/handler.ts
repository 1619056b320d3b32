import type { finishCallBackContract } from '#contracts/http/finish-call-back.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { finishCallBack } from '#use-cases/phone/call-back-tasks.ts';

/** An agent tells whether the caller was reached: the call-back is done, or comes again. */
export const createHandler =
  (needs: Parameters<typeof finishCallBack>[1]): HttpHandler<typeof finishCallBackContract> =>
  async ({ params: { id }, body }) => ({ status: 200, body: { done: await finishCallBack({ id, ...body }, needs) } });
