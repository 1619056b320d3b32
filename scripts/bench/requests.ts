import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Counts the requests that a client sends from now on, each try for itself. Gives the count so far. */
export const countRequests = (client: DynamoDBClient): (() => number) => {
  let count = 0;
  client.middlewareStack.add(
    (next) => (args) => {
      count += 1;
      return next(args);
    },
    { step: 'deserialize', name: 'countRequests' },
  );
  return () => count;
};
