import { getRecordingContract } from '#contracts/http/get-recording.ts';
import { operation } from '#use-cases/operation.ts';
import { hearRecording } from '#use-cases/phone/hear-recording.ts';

/** The desk hears what a caller said. */
export const getRecording = operation(getRecordingContract, { store: ['get'], archive: ['has', 'linkTo'] }).handledBy(
  (needs) => async (request) => ({ status: 200, body: await hearRecording(request, needs) }),
);
