import type { Middleware } from './lambda.ts';
import type { Log, LogLine } from './log.ts';

interface Options<Event> {
  /** What happened, in a word; of a call that throws it is `<message> failed`. */
  message: string;
  log: Log;
  /** What is known of a call before it is handled. */
  about: (event: Event) => LogLine;
  /** What the answer adds, where no other middleware has added it. */
  told?: (answer: any) => LogLine;
}

/**
 * Writes one log line a call, with the milliseconds that it took: at the level `error` if the call failed, answered or
 * not. Stands first in a chain, so that it runs last.
 */
export const oneLogLine = <Event>({ message, log, about, told }: Options<Event>): Middleware<Event, { started: number }> => {
  const write = ({ line, started }: { line: LogLine; started: number }, text: string): void =>
    log('error' in line ? 'error' : 'info', text, { ...line, milliseconds: Date.now() - started });
  return {
    before: ({ event, internal }) => {
      internal.started = Date.now();
      Object.assign(internal.line, about(event));
    },
    after: ({ response, internal }) => {
      Object.assign(internal.line, told?.(response));
      write(internal, message);
    },
    onError: ({ response, error, internal }) => {
      const isAnswered = response !== undefined;
      if (!isAnswered) internal.line.error = error;
      write(internal, isAnswered ? message : `${message} failed`);
    },
  };
};
