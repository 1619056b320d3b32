import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoFiguresSource } from '../../shared/adapters/dynamodb/figures-source.ts';
import { dynamoFiguresStore } from '../../shared/adapters/dynamodb/figures-store.ts';
import { systemClock } from '../../shared/adapters/system-clock.ts';
import { contributionsIn } from '../../shared/domain/figures/contributions.ts';
import { offsetMinutes } from '../../shared/domain/instant.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { log } from '../../shared/runtime/log.ts';
import { scheduledFunction } from '../../shared/runtime/schedule.ts';
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
