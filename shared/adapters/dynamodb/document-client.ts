import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * A client as the functions use it. An answer that takes longer than a second is asked for again: a caller waits on
 * the phone, and every write of ours may be repeated.
 */
export const documentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ maxAttempts: 4, requestHandler: { connectionTimeout: 1000, requestTimeout: 2000 } }),
    {
      marshallOptions: { removeUndefinedValues: true },
    },
  );
