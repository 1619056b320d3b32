import { endingAdapters } from '#adapters/ending-adapters.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { eventFunction } from '#runtime/event.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = eventFunction('end-connect-call', createHandler(endingAdapters(env.TICKETS_TABLE)));
