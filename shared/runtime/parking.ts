import type { DynamoDBStreamEvent, StreamRecord } from 'aws-lambda';
import type { Middleware } from './lambda.ts';
import type { Log } from './log.ts';

/** A new row as the stream shows it. */
export type Image = NonNullable<StreamRecord['NewImage']>;

/** How the rows of a stream are read, and where they go that can't be. */
export interface Parking<T> {
  /** Reads a row; undefined for one that is not ours. Throws when it is ours and can't be read. */
  read: (image: Image) => T | undefined;
  /** Puts rows that can't be read, or sent, on the retry queue. */
  park: (bodies: readonly string[]) => Promise<void>;
}

/** What was read from a row, and the row as it would lie on the retry queue. */
export interface ReadRow<T> {
  thing: T;
  row: string;
}

/** What the handler did with those that it was given. */
export interface Sent {
  sent: number;
  parked: number;
}

/** A row as it lies on the retry queue: with its keys, so that an operator finds it. */
const parked = ({ Keys, NewImage }: StreamRecord): string => JSON.stringify({ Keys, NewImage });

/**
 * Gives the handler what was read from the new rows of a stream. A row that can't be read is parked, and the rest goes on:
 * a stream stands still behind what it can't get past. The handler gives how many it parked beside. When parking fails,
 * the batch is thrown back.
 */
export const parking = <T>(
  { read, park }: Parking<T>,
  { operation, log }: { operation: string; log: Log },
): Middleware<DynamoDBStreamEvent | ReadRow<T>[], { unread: number }> => ({
  before: async (request) => {
    const [rows, unread]: [ReadRow<T>[], string[]] = [[], []];
    for (const { eventName, eventID: event, dynamodb = {} } of (request.event as DynamoDBStreamEvent).Records) {
      if (eventName !== 'INSERT') continue;
      try {
        if (!dynamodb.NewImage) throw new Error('the record has no new image');
        const thing = read(dynamodb.NewImage);
        if (thing) rows.push({ thing, row: parked(dynamodb) });
      } catch (error) {
        unread.push(parked(dynamodb));
        log('error', 'parked', { operation, event, error });
      }
    }
    if (unread.length > 0) await park(unread);
    request.internal.line.count = rows.length;
    request.internal.unread = unread.length;
    request.event = rows;
  },
  after: (request) => {
    const { sent, parked } = request.response as Sent;
    const all = request.internal.unread + parked;
    request.internal.line.count = sent;
    request.internal.line.outcome = all > 0 ? `parked ${all}` : 'all sent';
    request.response = undefined;
  },
});
