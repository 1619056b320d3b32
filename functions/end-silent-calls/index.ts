import { randomUUID } from 'node:crypto';
import { endingAdapters } from '#adapters/ending-adapters.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { log } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = scheduledFunction(
  'end-silent-calls',
  createHandler({ ...endingAdapters(env.TICKETS_TABLE), newId: () => randomUUID(), log }),
);
