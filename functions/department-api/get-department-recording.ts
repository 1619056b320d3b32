import { getDepartmentRecordingContract } from '#contracts/http/get-department-recording.ts';
import { operation } from '#use-cases/operation.ts';
import { hearRecording } from '#use-cases/phone/hear-recording.ts';

/** A department hears what the caller of one of its tickets said. */
export const getDepartmentRecording = operation(getDepartmentRecordingContract, {
  store: ['get'],
  archive: ['has', 'linkTo'],
}).handledBy((needs) => async (request) => ({ status: 200, body: await hearRecording(request, needs) }));
