import { lambda } from './lambda.ts';
import { type Log, log as standardLog } from './log.ts';
import { oneLogLine } from './one-log-line.ts';

const isBatch = (event: unknown): boolean => typeof event === 'object' && event !== null && 'Records' in event;

/**
 * Makes the Lambda of a schedule: one run, one log line with how much was done; a failure is thrown, so that it is
 * counted. Nothing in a schedule's event is used, but a batch of records is refused: a run that answered well would let
 * a queue that was wired to it by mistake forget its messages.
 */
export const scheduledFunction = (
  operation: string,
  run: () => Promise<number>,
  { log = standardLog }: { log?: Log } = {},
): ((event?: unknown) => Promise<{ count: number }>) =>
  lambda(
    async (event: unknown) => {
      if (isBatch(event)) throw new Error('a scheduled function was given a batch of records');
      return { count: await run() };
    },
    [oneLogLine({ message: 'run', log, about: () => ({ operation }), told: ({ count }) => ({ count }) })],
  );
