import { endingAdapters } from '#adapters/ending-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { eventFunction } from '#runtime/event.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = eventFunction('end-connect-call', createHandler({ ...standing(), ...only(touches, endingAdapters(env)) }));
