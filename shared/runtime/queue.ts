import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { NotYet } from '#domain/errors.ts';
import { type Log, type LogLine, log as standardLog } from './log.ts';

/** What one message did: a word for the log (`dispatched`, `already-done`). */
export type Outcome = string;

/** What the log may say of a message. */
type About = Pick<LogLine, 'ticket' | 'correlationId' | 'event'>;

/** Most messages tell of a ticket's event; what another one says must be named. */
const aboutEvent = (message: unknown): About => {
  const { number, correlationId, id } = message as { number?: string; correlationId?: string; id?: string };
  return { ticket: number, correlationId, event: id };
};

/**
 * Makes the Lambda of an SQS queue whose messages have a schema. Each message succeeds or fails by itself: what cannot
 * be parsed, or whose handling throws, is reported and comes again until the queue hands it to its dead-letter queue.
 * NotYet is no failure in the log.
 */
export const queueFunction = <S extends z.ZodType>(
  schema: S,
  handle: (message: z.output<S>) => Promise<Outcome>,
  { about = aboutEvent, log = standardLog }: { about?: (message: z.output<S>) => About; log?: Log } = {},
) => {
  const one = async (body: string): Promise<void> => {
    const message = schema.parse(JSON.parse(body));
    const told = about(message);
    const outcome = await handle(message).catch((error: unknown) => {
      throw Object.assign(error instanceof Error ? error : new Error(String(error)), { about: told });
    });
    log('info', 'message', { ...told, outcome });
  };
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(Records.map(({ body }) => one(body)));
    const batchItemFailures = results.flatMap((result, index) => {
      if (result.status === 'fulfilled') return [];
      const about = (result.reason as { about?: object }).about;
      const itemIdentifier = Records[index]?.messageId ?? '';
      const line = { event: itemIdentifier, ...about, error: result.reason };
      if (result.reason instanceof NotYet) log('info', 'message comes again', line);
      else log('error', 'message failed', line);
      return [{ itemIdentifier }];
    });
    return { batchItemFailures };
  };
};
