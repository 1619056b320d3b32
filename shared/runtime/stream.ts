import type { DynamoDBStreamEvent, SQSBatchResponse, SQSEvent, StreamRecord } from 'aws-lambda';
import { lambda } from './lambda.ts';
import { type Log, log as standardLog } from './log.ts';
import { oneLogLine } from './one-log-line.ts';
import { type Parking, parking, type ReadRow, type Sent } from './parking.ts';
import { type BatchRecord, oneResultPerRecord, type Settled } from './records.ts';

/** What a log may say of one thing that was read from the stream. */
interface About {
  /** The ticket's; absent when it is of none. */
  number?: string;
  correlationId: string;
  id: string;
  type: string;
}

interface Steps<T extends About> extends Parking<T> {
  /**
   * Sends all on but those that are refused for ever, and gives the places of those. Throws when any other was not taken,
   * and all will then come again.
   */
  send: (things: readonly T[]) => Promise<readonly number[]>;
}

/**
 * Makes the Lambda of a table's stream and of its retry queue. Of the stream it takes new rows only. What can't be read,
 * or is refused for ever, goes to the retry queue; what can't be sent from there either is reported, and ends in that
 * queue's dead-letter queue. When sending or parking fails, the whole batch of the stream is thrown back and comes again
 * in its order; a part of it is then sent twice.
 */
export const streamFunction = <T extends About>(
  operation: string,
  { read, send, park }: Steps<T>,
  { log = standardLog }: { log?: Log } = {},
) => {
  const sendOn = async (things: readonly T[]): Promise<readonly number[]> => {
    const refused = things.length > 0 ? await send(things) : [];
    for (const [place, { number: ticket, correlationId, id, type: outcome }] of things.entries()) {
      // What is of no ticket may be of a caller, and its id be made of their number: that is not for a log.
      const event = ticket === undefined ? undefined : id;
      const line = { operation, ticket, correlationId, event, outcome };
      if (refused.includes(place)) log('error', 'parked', { ...line, error: new Error('the topic refuses it for ever') });
      else log('info', 'sent', line);
    }
    return refused;
  };
  const sendOrPark = async (rows: readonly ReadRow<T>[]): Promise<Sent> => {
    const refused = await sendOn(rows.map(({ thing }) => thing));
    if (refused.length > 0) await park(rows.filter((_, place) => refused.includes(place)).map(({ row }) => row));
    return { sent: rows.length - refused.length, parked: refused.length };
  };
  const again = async ({ body }: BatchRecord): Promise<void> => {
    const { NewImage } = JSON.parse(body) as StreamRecord;
    const thing = NewImage && read(NewImage);
    if (!thing) throw new Error('the message holds no row that is to be sent');
    const refused = await sendOn([thing]);
    if (refused.length > 0) throw new Error('the topic refuses it again');
  };

  const line = oneLogLine({ message: 'batch', log, about: () => ({ operation }) });
  const fromStream = lambda<DynamoDBStreamEvent, undefined>(sendOrPark, [line, parking({ read, park }, { operation, log })]);
  const fromRetryQueue = lambda<SQSEvent, SQSBatchResponse>(
    (records: BatchRecord[]): Promise<Settled> => Promise.allSettled(records.map(again)),
    [line, oneResultPerRecord(log, { operation })],
  );

  return async (event: DynamoDBStreamEvent | SQSEvent): Promise<SQSBatchResponse | undefined> => {
    const sources = new Set((event.Records as { eventSource?: string }[]).map(({ eventSource }) => eventSource));
    if (sources.size === 1 && sources.has('aws:sqs')) return fromRetryQueue(event as SQSEvent);
    if (sources.size === 1 && sources.has('aws:dynamodb')) return fromStream(event as DynamoDBStreamEvent);
    throw new Error(`${operation} reads a table's stream and its retry queue, not ${[...sources].join(', ')}`);
  };
};
