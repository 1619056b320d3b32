import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * A client as the functions use it. An answer that takes longer than two seconds is asked for again: a caller waits on
 * the phone, and every write of ours may be repeated. Without throwOnRequestTimeout the SDK only warns and waits on.
 * Settings are for tests, which talk to several emulators.
 */
export const documentClient = (settings: DynamoDBClientConfig = {}): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
      ...settings,
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
