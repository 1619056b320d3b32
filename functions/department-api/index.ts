import { withinDoorTime } from '#adapters/door-time.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { tableAdapters } from '#adapters/dynamodb/table-adapters.ts';
import { dynamoTicketLists } from '#adapters/dynamodb/ticket-lists.ts';
import { departmentsLater } from '#adapters/later-desk.ts';
import { standing } from '#adapters/standing.ts';
import { apiFunction } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { rowsPassedOver } from '#runtime/log.ts';
import { serve } from '#use-cases/operation.ts';
import { Env } from './env.ts';
import { operations } from './operations.ts';

const env = readEnvironment(Env);
const [client, always] = [documentClient(), standing()];
const needs = {
  ...always,
  ...tableAdapters(env, client),
  lists: dynamoTicketLists(client, env.TICKETS_TABLE, rowsPassedOver),
  figures: dynamoFiguresStore(client, env.FIGURES_TABLE),
  ...departmentsLater(env, always.district),
};

export const handler = apiFunction(serve(operations, needs), { groupsClaim: env.GROUPS_CLAIM, within: withinDoorTime });
