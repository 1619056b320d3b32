import * as z from 'zod';
import { callInKey, RecordingArrived } from '#contracts/messages/recording-arrived.ts';
import { RecordingMade } from '#contracts/messages/recording-made.ts';
import { keepRecording, linkRecording, type RecordingNeeds } from '#use-cases/phone/keep-recording.ts';

/** What comes on the queue: a recording to fetch, or one that its provider brought. */
export const RecordingMessage = z.union([RecordingMade(), RecordingArrived]);

/** Keeps recordings in our own bucket, and links them from tickets and call-backs. */
export const createHandler =
  (needs: RecordingNeeds) =>
  async (message: z.output<typeof RecordingMessage>): Promise<string> => {
    if ('url' in message) return keepRecording(message, needs);
    const { key } = message.detail.object;
    const call = callInKey(key);
    if (!call) return 'no-recording-of-a-call';
    const at = new Date(message.time).toISOString();
    return linkRecording(key, { ...call, at, correlationId: message.id }, needs);
  };
