import { withinDoorTime } from '#adapters/door-time.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoLookUps } from '#adapters/dynamodb/look-ups.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import { keysAndCodesLater } from '#adapters/later-adapters.ts';
import { standing } from '#adapters/standing.ts';
import { apiFunction } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { rowsPassedOver } from '#runtime/log.ts';
import { serve } from '#use-cases/operation.ts';
import { Env } from './env.ts';
import { operations } from './operations.ts';

const env = readEnvironment(Env);
const client = documentClient();
const needs = {
  ...standing(),
  ...tableAdapters(env, client),
  ...keysAndCodesLater(env),
  lookUps: dynamoLookUps(client, env.TICKETS_TABLE),
  lists: dynamoTicketLists(client, env.TICKETS_TABLE, rowsPassedOver),
};

export const handler = apiFunction(serve(operations, needs), { groupsClaim: env.GROUPS_CLAIM, within: withinDoorTime });
