/**
 * All that a log line may say. A closed list, so that no name, phone number or text of a matter can get into a log:
 * what has no place here does not compile.
 */
export interface LogLine {
  correlationId?: string | undefined;
  /** The ticket's number. */
  ticket?: string | undefined;
  department?: string | undefined;
  /** The event's id, or the queue message's. */
  event?: string | undefined;
  operation?: string | undefined;
  outcome?: string | undefined;
  status?: number | undefined;
  code?: string | undefined;
  count?: number | undefined;
  milliseconds?: number | undefined;
  error?: unknown;
}

export type Log = (level: 'info' | 'warn' | 'error', message: string, line?: LogLine) => void;

/** An error as a log may show it: long runs of digits (phone numbers) and quoted values are left out of its message. */
const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const message = error.name === 'ZodError' ? 'did not parse' : error.message.replace(/\d{7,}/g, '…').slice(0, 500);
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { name: error.name, message, stack: frames.slice(0, 8).map((frame) => frame.trim()) };
};

/** Writes one line of JSON to standard output, which Lambda hands to CloudWatch Logs. */
export const log: Log = (level, message, { error, ...line } = {}) => {
  const at = new Date().toISOString();
  const shown = { at, level, function: process.env.AWS_LAMBDA_FUNCTION_NAME, message, ...line };
  console.log(JSON.stringify(error === undefined ? shown : { ...shown, error: describeError(error) }));
};
