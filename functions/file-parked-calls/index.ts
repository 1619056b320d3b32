import { endingAdapters } from '#adapters/ending-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { ParkedMessage } from '#contracts/messages/parked-call.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = queueFunction(ParkedMessage, createHandler({ ...standing(), ...only(touches, endingAdapters(env)) }), {
  about: ({ correlationId, call: event }) => ({ correlationId, event }),
});
