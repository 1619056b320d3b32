import { type Log, log as standardLog } from './log.ts';

/** Makes the Lambda of a schedule: one run, one log line with how much was done; a failure is thrown, so that it is counted. */
export const scheduledFunction = (operation: string, run: () => Promise<number>, { log = standardLog }: { log?: Log } = {}) => {
  return async (): Promise<{ count: number }> => {
    const started = Date.now();
    try {
      const count = await run();
      log('info', 'run', { operation, count, milliseconds: Date.now() - started });
      return { count };
    } catch (error) {
      log('error', 'run failed', { operation, milliseconds: Date.now() - started, error });
      throw error;
    }
  };
};
