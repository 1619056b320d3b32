import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent, SQSEvent, SQSRecord } from 'aws-lambda';
import { eventRow, type Row, ticketRow } from '#adapters/dynamodb/rows.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { TicketEvent } from '#domain/tickets/ticket-event.ts';

/** A row as the table's stream shows it. */
export const streamRecord = (row: Row, eventName: 'INSERT' | 'MODIFY' = 'INSERT'): DynamoDBRecord => {
  const image = marshall(row, { removeUndefinedValues: true }) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  const { pk, sk } = image ?? {};
  if (!image || !pk || !sk) throw new Error('a row has keys');
  return {
    eventID: `${row.pk} ${row.sk}`,
    eventName,
    eventSource: 'aws:dynamodb',
    dynamodb: { Keys: { pk, sk }, NewImage: image, StreamViewType: 'NEW_IMAGE' },
  };
};
export const eventRecord = (event: TicketEvent): DynamoDBRecord => streamRecord(eventRow(event));
export const ticketRecord = (ticket: Ticket, eventName: 'INSERT' | 'MODIFY'): DynamoDBRecord =>
  streamRecord(ticketRow(ticket), eventName);
export const streamOf = (...Records: DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records });

/** A batch of a queue; its messages are called m0, m1 and so on. */
export const queueBatch = (...bodies: unknown[]): SQSEvent => ({
  Records: bodies.map(
    (body, place) =>
      ({
        messageId: `m${place}`,
        eventSource: 'aws:sqs',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }) as SQSRecord,
  ),
});

/** The ids of the messages that a function reported as failed. */
export const failedIn = (answer: { batchItemFailures: { itemIdentifier: string }[] } | undefined): string[] =>
  answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) ?? [];
