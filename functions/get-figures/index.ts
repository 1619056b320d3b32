import { shippedDistrict } from '#adapters/district-file.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { getFiguresContract } from '#contracts/http/get-figures.ts';
import { apiFunction, served } from '#runtime/api.ts';
import { readEnvironment } from '#runtime/environment.ts';
import { Env } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnvironment(Env);

const handle = createHandler({ figures: dynamoFiguresStore(documentClient(), env.FIGURES_TABLE), district: shippedDistrict() });

export const handler = apiFunction([served(getFiguresContract, handle)], { groupsClaim: env.GROUPS_CLAIM });
