import type { ParkedCall } from '#contracts/messages/parked-call.ts';
import { fileParkedCall, type ParkedNeeds } from '#use-cases/phone/file-parked-call.ts';

/** Drains the queue of parked calls into tickets. While the table can't be written it throws, and the call waits in the queue. */
export const createHandler =
  (needs: ParkedNeeds) =>
  async (parked: ParkedCall): Promise<string> =>
    (await fileParkedCall(parked, needs)).outcome;
