import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { offsetMinutes } from '#domain/instant.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { log } from '#runtime/log.ts';
import { scheduledFunction } from '#runtime/schedule.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();
const district = shippedDistrict();

export const handler = scheduledFunction(
  'roll-up-figures',
  createHandler({
    source: dynamoFiguresSource(client, env.TICKETS_TABLE),
    figures: dynamoFiguresStore(client, env.FIGURES_TABLE),
    contributionsOf: contributionsIn(district),
    offset: offsetMinutes(district.utcOffset),
    now: systemClock,
    log,
  }),
);
