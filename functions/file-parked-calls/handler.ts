import type { ParkedMessage } from '#contracts/messages/parked-call.ts';
import type { CallerSeal } from '#ports/caller-seal.ts';
import { fileParkedCall, type ParkedNeeds } from '#use-cases/phone/file-parked-call.ts';
import { openedCall } from '#use-cases/phone/opened-call.ts';

interface Needs extends ParkedNeeds {
  callerSeal: Pick<CallerSeal, 'open'>;
}

/**
 * Drains the queue of parked calls into tickets. While the table can't be written, or a caller not be opened, it throws, and
 * the call waits in the queue.
 */
export const createHandler =
  ({ callerSeal, ...needs }: Needs) =>
  async (message: ParkedMessage): Promise<string> =>
    (await fileParkedCall(await openedCall(message, callerSeal), needs)).outcome;
