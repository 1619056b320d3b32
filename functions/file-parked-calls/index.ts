import { endingAdapters } from '#adapters/ending-adapters.ts';
import { ParkedCall } from '#contracts/messages/parked-call.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { queueFunction } from '#runtime/queue.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = queueFunction(ParkedCall, createHandler(endingAdapters(env.TICKETS_TABLE)), {
  about: ({ correlationId, call: event }) => ({ correlationId, event }),
});
