import { type Log, log as standardLog } from './log.ts';

const isBatch = (event: unknown): boolean => typeof event === 'object' && event !== null && 'Records' in event;

/**
 * Makes the Lambda of a schedule: one run, one log line with how much was done; a failure is thrown, so that it is
 * counted. Nothing in a schedule's event is used, but a batch of records is refused: a run that answered well would let
 * a queue that was wired to it by mistake forget its messages.
 */
export const scheduledFunction = (operation: string, run: () => Promise<number>, { log = standardLog }: { log?: Log } = {}) => {
  return async (event?: unknown): Promise<{ count: number }> => {
    const started = Date.now();
    try {
      if (isBatch(event)) throw new Error('a scheduled function was given a batch of records');
      const count = await run();
      log('info', 'run', { operation, count, milliseconds: Date.now() - started });
      return { count };
    } catch (error) {
      log('error', 'run failed', { operation, milliseconds: Date.now() - started, error });
      throw error;
    }
  };
};
