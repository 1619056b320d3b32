import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type * as z from 'zod';
import { type Log, log as standardLog } from './log.ts';

/** What one message did: a word for the log (`dispatched`, `already-done`). */
export type Outcome = string;

/**
 * Makes the Lambda of an SQS queue whose messages have a schema. Each message succeeds or fails by itself: what cannot
 * be parsed, or whose handling throws, is reported and comes again until the queue hands it to its dead-letter queue.
 */
export const queueFunction = <S extends z.ZodType<{ number: string; correlationId: string; id: string }>>(
  schema: S,
  handle: (message: z.output<S>) => Promise<Outcome>,
  { log = standardLog }: { log?: Log } = {},
) => {
  const one = async (body: string): Promise<void> => {
    const message = schema.parse(JSON.parse(body));
    const { number: ticket, correlationId, id: event } = message;
    const outcome = await handle(message).catch((error: unknown) => {
      throw Object.assign(error instanceof Error ? error : new Error(String(error)), { about: { ticket, correlationId, event } });
    });
    log('info', 'message', { ticket, correlationId, event, outcome });
  };
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(Records.map(({ body }) => one(body)));
    const batchItemFailures = results.flatMap((result, index) => {
      if (result.status === 'fulfilled') return [];
      const about = (result.reason as { about?: object }).about;
      const itemIdentifier = Records[index]?.messageId ?? '';
      log('error', 'message failed', { event: itemIdentifier, ...about, error: result.reason });
      return [{ itemIdentifier }];
    });
    return { batchItemFailures };
  };
};
