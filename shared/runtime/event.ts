import { type Log, log as standardLog } from './log.ts';

/**
 * Makes the Lambda of an EventBridge rule: one event, one log line with what became of it. A failure is thrown, so that
 * Lambda tries the event again.
 */
export const eventFunction = (
  operation: string,
  handle: (event: unknown, correlationId: string) => Promise<string>,
  { log = standardLog }: { log?: Log } = {},
) => {
  return async (event: { id?: string }): Promise<{ outcome: string }> => {
    const started = Date.now();
    const correlationId = event.id ?? '';
    try {
      const outcome = await handle(event, correlationId);
      log('info', 'event', { operation, correlationId, outcome, milliseconds: Date.now() - started });
      return { outcome };
    } catch (error) {
      log('error', 'event failed', { operation, correlationId, milliseconds: Date.now() - started, error });
      throw error;
    }
  };
};
