import { onTestFinished } from 'vitest';
import { dynamoCallBacks } from '#adapters/dynamodb/call-backs.ts';
import { dynamoCallStore } from '#adapters/dynamodb/call-store.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import { awsError, type CannedAnswer, cannedAws } from './canned-aws.ts';

/** The adapters of the tickets table over a DynamoDB that gives these answers, one after the other, until the test ends. */
export const storeThatHears = async (...answers: CannedAnswer[]) => {
  const aws = await cannedAws(...answers);
  onTestFinished(() => aws.stop());
  const client = documentClient(aws.settings);
  return {
    store: dynamoTicketStore(client, 'tickets'),
    calls: dynamoCallStore(client, 'tickets'),
    callBacks: dynamoCallBacks(client, 'tickets'),
    source: dynamoFiguresSource(client, 'tickets'),
    asked: aws.asked,
  };
};
/** The answer to what was written. */
export const written: CannedAnswer = { status: 200, body: {} };
/** The answer to a transaction that was not done, with a reason for each of its parts. */
export const cancelled = (...codes: (string | { Code: string; Item: unknown })[]): CannedAnswer =>
  awsError('TransactionCanceledException', {
    CancellationReasons: codes.map((code) => (typeof code === 'string' ? { Code: code } : code)),
  });
