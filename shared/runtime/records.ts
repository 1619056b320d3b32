import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { NotYet } from '#domain/errors.ts';
import type { Middleware } from './lambda.ts';
import type { Log, LogLine } from './log.ts';

/** One record of a batch as its handler gets it; what the handler learns of it, it adds to the line. */
export interface BatchRecord {
  body: string;
  line: LogLine;
}

/** What the handler of a batch gives: what became of each record, in their order. */
export type Settled = PromiseSettledResult<unknown>[];

/**
 * Each record of an SQS batch succeeds or fails by itself. What failed is logged and reported, and comes again until the
 * queue hands it to its dead-letter queue. NotYet is no failure in the log. `about` is what the log says of each.
 */
export const oneResultPerRecord = (
  log: Log,
  about: LogLine = {},
): Middleware<SQSEvent | BatchRecord[], { records: (BatchRecord & { id: string })[] }> => ({
  before: (request) => {
    const { Records } = request.event as SQSEvent;
    request.internal.records = Records.map(({ messageId, body }) => ({
      id: messageId,
      body,
      line: { ...about, event: messageId },
    }));
    request.event = request.internal.records;
  },
  after: (request) => {
    const settled = request.response as Settled;
    const failed = request.internal.records.flatMap(({ id, line }, place) => {
      const result = settled[place];
      if (result?.status === 'fulfilled') return [];
      const error: unknown = result?.reason;
      if (error instanceof NotYet) log('info', 'message comes again', { ...line, error });
      else log('error', 'message failed', { ...line, error });
      return [{ itemIdentifier: id }];
    });
    request.internal.line.count = settled.length - failed.length;
    request.internal.line.outcome = `failed ${failed.length}`;
    request.response = { batchItemFailures: failed } satisfies SQSBatchResponse;
  },
});
