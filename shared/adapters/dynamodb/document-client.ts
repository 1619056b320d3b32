import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { busyWhenAway, clientSettings, type Patience } from '#adapters/client-settings.ts';

/**
 * A client as the functions use it. What is not answered in time is asked for again: every write of ours may be repeated.
 * Settings are for tests, which talk to several emulators.
 */
export const documentClient = (settings: DynamoDBClientConfig = {}, patience?: Patience): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(busyWhenAway(new DynamoDBClient({ ...clientSettings(patience), ...settings })), {
    marshallOptions: { removeUndefinedValues: true },
  });
