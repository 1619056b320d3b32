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
import { watchLine } from '#use-cases/watch-line.ts';
import { Env, touches } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);
const client = documentClient();
const { district, now } = standing();
const adapters = {
  source: dynamoFiguresSource(client, env.TICKETS_TABLE),
  figures: dynamoFiguresStore(client, env.FIGURES_TABLE),
};

const needs = { ...only(touches, adapters), now, log };
const contributionsOf = contributionsIn(district);
const rollUp = createHandler({ ...needs, contributionsOf, offset: offsetMinutes(district.utcOffset) });
const watch = watchLine({ ...needs, district });

export const handler = scheduledFunction('roll-up-figures', async () => {
  const changed = await rollUp();
  // Calls of which nothing is counted yet are not missing: whatever could not be counted throws before this.
  await watch();
  return changed;
});
