import type { getDepartmentRecordingContract } from '#contracts/http/get-department-recording.ts';
import type { HttpHandler } from '#contracts/http/http-contract.ts';
import { type HearingNeeds, hearRecording } from '#use-cases/phone/hear-recording.ts';

/** A department hears what the caller of one of its tickets said. */
export const createHandler =
  (needs: HearingNeeds): HttpHandler<typeof getDepartmentRecordingContract> =>
  async (request) => ({ status: 200, body: await hearRecording(request, needs) });
