import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { standing } from '#adapters/standing.ts';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { offsetMinutes } from '#domain/instant.ts';
import { only } from '#ports/ports.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { log } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();
const { district, now } = standing();
const adapters = {
  source: dynamoFiguresSource(client, env.TICKETS_TABLE),
  figures: dynamoFiguresStore(client, env.FIGURES_TABLE),
};

export const handler = scheduledFunction(
  'roll-up-figures',
  createHandler({
    ...only(touches, adapters),
    contributionsOf: contributionsIn(district),
    offset: offsetMinutes(district.utcOffset),
    now,
    log,
  }),
);
