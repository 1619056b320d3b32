import { withinDoorTime } from '#adapters/door-time.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { archiveLater, workQueueLater } from '#adapters/later-desk.ts';
import { standing } from '#adapters/standing.ts';
import { apiFunction } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { serve } from '#use-cases/operation.ts';
import { Env } from './env.ts';
import { operations } from './operations.ts';

const env = readEnvironment(Env);
const always = standing();
const needs = {
  ...always,
  ...tableAdapters(env),
  workQueue: workQueueLater(env, always.district),
  archive: archiveLater(env),
};

export const handler = apiFunction(serve(operations, needs), { groupsClaim: env.GROUPS_CLAIM, within: withinDoorTime });
