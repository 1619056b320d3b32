import { shippedDistrict } from '../../shared/adapters/district-file.ts';
import { documentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { dynamoFiguresStore } from '../../shared/adapters/dynamodb/figures-store.ts';
import { getFiguresContract } from '../../shared/contracts/http/get-figures.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction } from '../../shared/runtime/http.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

export const handler = httpFunction(
  getFiguresContract,
  createHandler({ figures: dynamoFiguresStore(documentClient(), env.FIGURES_TABLE), district: shippedDistrict() }),
  { groupsClaim: env.GROUPS_CLAIM },
);
