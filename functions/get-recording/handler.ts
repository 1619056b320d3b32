import type { getRecordingContract } from '#contracts/http/get-recording.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { type HearingNeeds, hearRecording } from '#use-cases/phone/hear-recording.ts';

/** The desk hears what a caller said. */
export const createHandler =
  (needs: HearingNeeds): HttpHandler<typeof getRecordingContract> =>
  async (request) => ({ status: 200, body: await hearRecording(request, needs) });
