import { endingAdapters } from '#adapters/ending-adapters.ts';
import { s3RecordingArchive } from '#adapters/s3/recording-archive.ts';
import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import { standing } from '#adapters/standing.ts';
import { twilioRecordings } from '#adapters/twilio/recording-source.ts';
import { currentOf } from '#adapters/twilio/twilio-api.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env, touches } from './env.ts';
import { createHandler, RecordingMessage } from './handler.ts';

const env = readEnvironment(Env);
const authToken = currentOf(storedSigningSecrets(env.SIGNING_SECRET));
const adapters = { ...endingAdapters(env), archive: s3RecordingArchive(env.RECORDINGS_BUCKET) };

export const handler = queueFunction(
  RecordingMessage,
  createHandler({
    ...standing(),
    ...only(touches, adapters),
    source: twilioRecordings({ account: env.PHONE_ACCOUNT ?? '', authToken, api: env.PHONE_API }),
  }),
  {
    about: (message) =>
      'url' in message ? { correlationId: message.correlationId, event: message.recording } : { event: message.id },
  },
);
