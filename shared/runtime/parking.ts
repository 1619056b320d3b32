import type { DynamoDBStreamEvent, StreamRecord } from 'aws-lambda';
import type { Middleware } from './lambda.ts';
import type { Log } from './log.ts';

/** A new row as the stream shows it. */
export type Image = NonNullable<StreamRecord['NewImage']>;

/** How the rows of a stream are read, and where they go that can't be. */
export interface Parking<T> {
  /** Reads a row; undefined for one that is not ours. Throws when it is ours and can't be read. */
  read: (image: Image) => T | undefined;
  /** Puts rows that can't be read on the retry queue. */
  park: (bodies: readonly string[]) => Promise<void>;
}

/** A row that can't be read, as it lies on the retry queue: with its keys, so that an operator finds it. */
const parked = ({ Keys, NewImage }: StreamRecord): string => JSON.stringify({ Keys, NewImage });

/**
 * Gives the handler what was read from the new rows of a stream. A row that can't be read is parked, and the rest goes on:
 * a stream stands still behind what it can't get past. When parking fails, the batch is thrown back.
 */
export const parking = <T>(
  { read, park }: Parking<T>,
  { operation, log }: { operation: string; log: Log },
): Middleware<DynamoDBStreamEvent | T[], { outcome: string }> => ({
  before: async (request) => {
    const [things, unread]: [T[], string[]] = [[], []];
    for (const { eventName, eventID: event, dynamodb = {} } of (request.event as DynamoDBStreamEvent).Records) {
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
    request.internal.line.count = things.length;
    request.internal.outcome = unread.length > 0 ? `parked ${unread.length}` : 'all sent';
    request.event = things;
  },
  after: ({ internal }) => {
    internal.line.outcome = internal.outcome;
  },
});
