import { parseJson } from '#adapters/json-text.ts';
import { CallBackWanted } from '#contracts/messages/call-back-wanted.ts';
import type { ReadLeasable } from './lease-queue.ts';

/** The call-back in the body of a message. Each has leases of its own: who finishes one can't take another off the queue. */
export const callBackInMessage: ReadLeasable<CallBackWanted> = (body) => {
  const { data } = CallBackWanted.safeParse(parseJson(body));
  return data && { key: data.id, item: data };
};
