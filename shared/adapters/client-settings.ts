import { Busy } from '#domain/errors.ts';

/** How often a client of the SDK asks, and how long it waits each time. */
export interface Patience {
  attempts: number;
  connectMs: number;
  requestMs: number;
}

/**
 * As nearly all clients have it: a caller on the phone waits, a page waits, a stream stands still. A request that needs
 * longer (a large body, a wait for messages) says so itself.
 */
export const ORDINARY: Patience = { attempts: 3, connectMs: 1000, requestMs: 1500 };

/** A contact flow waits for 3 s in all, so the table is asked again sooner than elsewhere. */
export const OF_A_CONTACT_FLOW: Patience = { attempts: 2, connectMs: 500, requestMs: 900 };

/** The settings of a client. Without throwOnRequestTimeout the SDK only warns and waits on. */
export const clientSettings = ({ attempts, connectMs, requestMs }: Patience = ORDINARY) => ({
  maxAttempts: attempts,
  requestHandler: { connectionTimeout: connectMs, requestTimeout: requestMs, throwOnRequestTimeout: true },
});

/** How a service says that it has too much to do, or that it is only being asked twice at once. */
const OUT_OF_BREATH =
  /^(.*Throttl.*|ProvisionedThroughputExceeded.*|RequestLimitExceeded|TooManyRequests.*|SlowDown|TransactionInProgress.*)$/;
const NO_ANSWER = /^(TimeoutError|RequestTimeout.*)$/;
const NO_CONNECTION = /^(ECONN.*|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

interface SdkError extends Error {
  code?: unknown;
  $metadata?: { httpStatusCode?: number };
}

/** Whether a service refuses a request only for its load. */
export const isOutOfBreath = (error: unknown): error is Error => error instanceof Error && OUT_OF_BREATH.test(error.name);

const isAway = (error: unknown): error is SdkError => {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata } = error as SdkError;
  return NO_ANSWER.test(name) || NO_CONNECTION.test(String(code)) || ($metadata?.httpStatusCode ?? 0) >= 500;
};

interface Client {
  middlewareStack: { add(middleware: any, options: { step: 'initialize'; name: string }): void };
}

/** The same client; what fails in the end for load or an outage is thrown as Busy, and may be asked for again later. */
export const busyWhenAway = <C extends Client>(client: C): C => {
  const middleware = (next: (given: unknown) => Promise<unknown>) => async (given: unknown) => {
    try {
      return await next(given);
    } catch (error) {
      if (isOutOfBreath(error) || isAway(error)) throw new Busy(`a service is away: ${error.name}`, { cause: error });
      throw error;
    }
  };
  client.middlewareStack.add(middleware, { step: 'initialize', name: 'busyWhenAway' });
  return client;
};
