import { lambda } from './lambda.ts';
import { type Log, log as standardLog } from './log.ts';
import { oneLogLine } from './one-log-line.ts';

/**
 * Makes the Lambda of an EventBridge rule: one event, one log line with what became of it. A failure is thrown, so that
 * Lambda tries the event again.
 */
export const eventFunction = (
  operation: string,
  handle: (event: unknown, correlationId: string) => Promise<string>,
  { log = standardLog }: { log?: Log } = {},
): ((event: { id?: string }) => Promise<{ outcome: string }>) => {
  const threadOf = ({ id = '' }: { id?: string }): string => id;
  return lambda(
    async (event: { id?: string }) => ({ outcome: await handle(event, threadOf(event)) }),
    [
      oneLogLine({
        message: 'event',
        log,
        about: (event: { id?: string }) => ({ operation, correlationId: threadOf(event) }),
        told: ({ outcome }) => ({ outcome }),
      }),
    ],
  );
};
