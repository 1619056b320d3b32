import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { getFiguresContract } from '#contracts/http/get-figures.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { httpFunction } from '#runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  getFiguresContract,
  createHandler({ figures: dynamoFiguresStore(documentClient(), env.FIGURES_TABLE), district: shippedDistrict() }),
  { groupsClaim: env.GROUPS_CLAIM },
);
