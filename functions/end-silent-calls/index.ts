import { randomUUID } from 'node:crypto';
import { endingAdapters } from '#adapters/ending-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { log } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = scheduledFunction(
  'end-silent-calls',
  createHandler({ ...standing(), ...only(touches, endingAdapters(env)), newId: () => randomUUID(), log }),
);
