import type { DynamoDBRecord, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent, StreamRecord } from 'aws-lambda';
import { type Log, log as standardLog } from './log.ts';

/** A new row as the stream shows it. */
export type Image = NonNullable<StreamRecord['NewImage']>;

/** What a log may say of one thing that was read from the stream. */
interface About {
  /** The ticket's; absent when it is of none. */
  number?: string;
  correlationId: string;
  id: string;
  type: string;
}

interface Steps<T extends About> {
  /** Reads a row; undefined for one that is not ours. Throws when it is ours and can't be read. */
  read: (image: Image) => T | undefined;
  /** Sends all on; throws when any was not taken, and all will then come again. */
  send: (things: readonly T[]) => Promise<void>;
  /** Puts rows that can't be read on the retry queue. */
  park: (bodies: readonly string[]) => Promise<void>;
}

/** A row that can't be read, as it lies on the retry queue: with its keys, so that an operator finds it. */
const parked = ({ Keys, NewImage }: StreamRecord): string => JSON.stringify({ Keys, NewImage });

/**
 * Makes the Lambda of a table's stream and of its retry queue. Of the stream it takes new rows only. One that can't be
 * read is parked on the retry queue and the rest goes on: a stream stands still behind what it can't get past. What the
 * retry queue can't read either is reported, and ends in that queue's dead-letter queue. When sending or parking fails,
 * the whole batch of the stream is thrown back and comes again in its order; a part of it is then sent twice.
 */
export const streamFunction = <T extends About>(
  operation: string,
  { read, send, park }: Steps<T>,
  { log = standardLog }: { log?: Log } = {},
) => {
  const sent = (things: readonly T[]): void => {
    for (const { number: ticket, correlationId, id, type: outcome } of things) {
      // What is of no ticket may be of a caller, and its id be made of their number: that is not for a log.
      const event = ticket === undefined ? undefined : id;
      log('info', 'sent', { operation, ticket, correlationId, event, outcome });
    }
  };

  const fromStream = async (records: readonly DynamoDBRecord[]): Promise<void> => {
    const started = Date.now();
    const [things, unread]: [T[], string[]] = [[], []];
    for (const { eventName, eventID: event, dynamodb = {} } of records) {
      if (eventName !== 'INSERT') continue;
      try {
        if (!dynamodb.NewImage) throw new Error('the record has no new image');
        const thing = read(dynamodb.NewImage);
        if (thing) things.push(thing);
      } catch (error) {
        unread.push(parked(dynamodb));
        log('error', 'parked', { operation, event, error });
      }
    }
    if (unread.length > 0) await park(unread);
    if (things.length > 0) await send(things);
    sent(things);
    const outcome = unread.length > 0 ? `parked ${unread.length}` : 'all sent';
    log('info', 'batch', { operation, count: things.length, outcome, milliseconds: Date.now() - started });
  };

  const again = async (body: string): Promise<void> => {
    const { NewImage } = JSON.parse(body) as StreamRecord;
    const thing = NewImage && read(NewImage);
    if (!thing) throw new Error('the message holds no row that is to be sent');
    await send([thing]);
    sent([thing]);
  };
  const fromRetryQueue = async (records: SQSEvent['Records']): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(records.map(({ body }) => again(body)));
    const batchItemFailures = records.flatMap(({ messageId: itemIdentifier }, index) => {
      const result = results[index];
      if (result?.status === 'fulfilled') return [];
      log('error', 'message failed', { operation, event: itemIdentifier, error: result?.reason });
      return [{ itemIdentifier }];
    });
    const count = records.length - batchItemFailures.length;
    log('info', 'batch', { operation, count, outcome: `failed ${batchItemFailures.length}` });
    return { batchItemFailures };
  };

  return async ({ Records }: DynamoDBStreamEvent | SQSEvent): Promise<SQSBatchResponse | undefined> => {
    const sources = new Set(Records.map(({ eventSource }) => eventSource));
    if (sources.size === 1 && sources.has('aws:sqs')) return fromRetryQueue(Records as SQSEvent['Records']);
    if (sources.size === 1 && sources.has('aws:dynamodb')) {
      await fromStream(Records as DynamoDBRecord[]);
      return undefined;
    }
    throw new Error(`${operation} reads a table's stream and its retry queue, not ${[...sources].join(', ')}`);
  };
};
