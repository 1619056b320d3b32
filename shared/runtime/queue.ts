import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { lambda } from './lambda.ts';
import { type Log, type LogLine, log as standardLog } from './log.ts';
import { type BatchRecord, oneResultPerRecord, type Settled } from './records.ts';

/** What one message did: a word for the log (`dispatched`, `already-done`). */
export type Outcome = string;

/** What the log may say of a message. */
type About = Pick<LogLine, 'ticket' | 'correlationId' | 'event'>;

/** Most messages are of a ticket's event; what the log may say of another one must be named. */
const aboutEvent = (message: unknown): About => {
  const { number, correlationId, id } = message as { number?: string; correlationId?: string; id?: string };
  return { ticket: number, correlationId, event: id };
};

/**
 * Makes the Lambda of an SQS queue whose messages have a schema. What can't be parsed, or whose handling throws, fails by
 * itself; the other messages of the batch are done.
 */
export const queueFunction = <S extends z.ZodType>(
  schema: S,
  handle: (message: z.output<S>) => Promise<Outcome>,
  { about = aboutEvent, log = standardLog }: { about?: (message: z.output<S>) => About; log?: Log } = {},
): ((event: SQSEvent) => Promise<SQSBatchResponse>) => {
  const one = async ({ body, line }: BatchRecord): Promise<void> => {
    const message = schema.parse(JSON.parse(body));
    Object.assign(line, about(message));
    const outcome = await handle(message);
    log('info', 'message', { ...line, outcome });
  };
  return lambda((records: BatchRecord[]): Promise<Settled> => Promise.allSettled(records.map(one)), [oneResultPerRecord(log)]);
};
