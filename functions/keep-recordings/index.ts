import { endingAdapters } from '#adapters/ending-adapters.ts';
import { s3RecordingArchive } from '#adapters/s3/recording-archive.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { twilioRecordings } from '#adapters/twilio/recording-source.ts';
import { currentOf } from '#adapters/twilio/twilio-api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env } from './env.ts';
import { createHandler, RecordingMessage } from './handler.ts';

const env = readEnvironment(Env);
const authToken = currentOf(storedSigningSecrets(env.SIGNING_SECRET));

export const handler = queueFunction(
  RecordingMessage,
  createHandler({
    ...endingAdapters(env.TICKETS_TABLE),
    archive: s3RecordingArchive(env.RECORDINGS_BUCKET),
    source: twilioRecordings({ account: env.PHONE_ACCOUNT ?? '', authToken, api: env.PHONE_API }),
  }),
  {
    about: (message) =>
      'url' in message ? { correlationId: message.correlationId, event: message.recording } : { event: message.id },
  },
);
