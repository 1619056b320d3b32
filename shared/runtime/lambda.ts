import middy, { type MiddlewareObj } from '@middy/core';
import type { LogLine } from './log.ts';

/** What the middlewares of one call share, beside its event and its answer: what the log will say of the call. */
export type Shared = { line: LogLine };

/** A middleware of ours; `More` is what it shares with others beside the line. */
export type Middleware<Event = any, More extends object = object> = MiddlewareObj<Event, any, unknown, any, Shared & More>;

/**
 * Makes a Lambda of a handler and its middlewares. On the way in they run in their order, on the way out and after a
 * failure in the opposite order, so that the first one sees what all others did. A middleware gives the next one another
 * event by setting `request.event`, which the compiler can't follow; the event of Lambda itself is never changed.
 *
 * An error that gets no `request.response` is thrown. A middleware sets that field and returns nothing: what it returned
 * would end the chain, and the log line with it. middy's own early timeout is off: it would answer without the line, and
 * its timer needs a context that our tests have no use for. The doors of the phone have their own patience.
 */
export const lambda = <Event, Answer>(
  handle: (given: any) => Promise<unknown>,
  middlewares: readonly Middleware<any, any>[],
): ((event: Event) => Promise<Answer>) => {
  const chain = middy<any, any>(async (given: any) => handle(given), {
    timeoutEarlyInMillis: 0,
    requestStart: ({ internal }) => void Object.assign(internal, { line: {} } satisfies Shared),
  }).use([...middlewares]);
  return (event) => chain(event, {} as never);
};
