import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { apiFunction } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { serve } from '#use-cases/operation.ts';
import { Env } from './env.ts';
import { operations } from './operations.ts';

const env = readEnvironment(Env);

export const handler = apiFunction(serve(operations, { ...standing(), ...tableAdapters(env) }), {
  groupsClaim: env.GROUPS_CLAIM,
});
