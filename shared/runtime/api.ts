import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { HttpContract, HttpHandler } from '#contracts/http/http-contract.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';
import { answerByContract } from './answer-by-contract.ts';
import { type Authorised, callerInRole } from './caller.ts';
import { keptAnswer } from './kept-answer.ts';
import { lambda } from './lambda.ts';
import { type Log, log as standardLog } from './log.ts';
import { oneLogLine } from './one-log-line.ts';
import { type Within, withoutLimit } from './patience.ts';
import { problemJson } from './problem-json.ts';
import { requestByContract } from './request-by-contract.ts';

/** An operation and what answers it. */
export interface ServedOperation {
  contract: HttpContract;
  handle: HttpHandler<any>;
}

/** The ticket that a request names. People also type phone numbers there, so only what is a ticket's number is logged. */
const numberInPath = (event: Authorised): string | undefined => TicketNumber.safeParse(event.pathParameters?.number).data;

/** For so long the work of a request is asked again where it meets others; the function has 10 s. */
const PATIENCE_MILLISECONDS = 5000;

/**
 * Makes the Lambda of an API's operations. API Gateway has matched the path already and names the route; the operation
 * finds out who calls, checks what comes in by its contract, strips what goes out by it, and answers what is thrown as
 * problem+json. One log line a call. A route that no operation has is a fault of the deployment, so ours.
 */
export const apiFunction = (
  operations: readonly ServedOperation[],
  { groupsClaim, log = standardLog, within = withoutLimit }: { groupsClaim: string; log?: Log; within?: Within },
) => {
  type Door = (event: Authorised) => Promise<APIGatewayProxyStructuredResultV2>;

  const oneLine = (operation?: string) =>
    oneLogLine({
      message: 'request',
      log,
      about: (event: Authorised) => ({
        operation,
        correlationId: event.requestContext.requestId,
        ticket: numberInPath(event),
      }),
    });

  const doors = new Map<string, Door>();
  for (const { contract, handle } of operations) {
    const route = `${contract.method} ${contract.path}`;
    if (doors.has(route)) throw new Error(`two operations have the route ${route}`);
    doors.set(
      route,
      lambda(
        (request) => within(PATIENCE_MILLISECONDS, () => handle(request)),
        [
          oneLine(contract.name),
          problemJson,
          ...(contract.isOpen ? [] : [callerInRole(contract, groupsClaim)]),
          keptAnswer(contract.keptSeconds),
          requestByContract(contract),
          answerByContract(contract),
        ],
      ),
    );
  }

  const noDoor: Door = lambda(
    async ({ routeKey }: Authorised) => {
      throw new Error(`no operation has the route ${routeKey}`);
    },
    [oneLine(), problemJson],
  );

  return async (event: Authorised): Promise<APIGatewayProxyStructuredResultV2> => (doors.get(event.routeKey) ?? noDoor)(event);
};
