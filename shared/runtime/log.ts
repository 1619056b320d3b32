/**
 * All that a log line may say. A closed list, so that no name, phone number or text of a matter can get into a log:
 * what has no place here does not compile.
 */
export interface LogLine {
  correlationId?: string | undefined;
  /** The ticket's number. */
  ticket?: string | undefined;
  department?: string | undefined;
  /** The event's id, the queue message's, or the call's. */
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

/** Messages of these quote what they could not read. */
const QUOTING = ['ZodError', 'SyntaxError'];

/** What an error's message may hold of what people said: quoted values, any script but ours, runs of digits (phone numbers). */
const TELLING = /(?<!\w)(["'`]).*?\1|[^\x20-\x7e]+|\d(?:[\s-]?\d){6,}/gs;

/** An error as a log may show it. */
const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const message = QUOTING.includes(error.name) ? 'did not parse' : error.message.replace(TELLING, '…').slice(0, 500);
  // The stack begins with the message, which may have lines of its own that begin with "at".
  const frames = error.stack?.split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)) ?? [];
  return { name: error.name, message, stack: frames.slice(0, 8).map((frame) => frame.trim()) };
};

/** What a call of a Log says, as one line of JSON. */
export const lineOf = (...[level, message, { error, ...line } = {}]: Parameters<Log>): string => {
  const at = new Date().toISOString();
  const shown = { at, level, function: process.env.AWS_LAMBDA_FUNCTION_NAME, message, ...line };
  return JSON.stringify(error === undefined ? shown : { ...shown, error: describeError(error) });
};

/**
 * Writes to standard output, which Lambda hands to CloudWatch Logs. Not by the console: there Lambda puts the time and more
 * before the line, and metric filters, which the alarms of the phone's doors need, read JSON only.
 */
export const log: Log = (...line) => void process.stdout.write(`${lineOf(...line)}\n`);

/** Says that a list has passed over rows which can't be read: an alarm looks for this line. */
export const rowsPassedOver = (rows: number): void => log('error', 'rows passed over', { outcome: String(rows) });
