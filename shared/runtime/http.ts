import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { HttpContract, HttpHandler, HttpRequest } from '#contracts/http/http-contract.ts';
import { Refusal } from '#domain/errors.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';
import { type Authorised, callerOf } from './caller.ts';
import { type Log, type LogLine, log as standardLog } from './log.ts';
import { problemOf } from './problem.ts';

/** Enough for any matter that fits its limits, in any script and escaping. */
const MOST_BODY_BYTES = 64 * 1024;

type Json = Record<string, string>;
const answer = (status: number, body: unknown, headers: Json): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

/** The body as sent; API Gateway encodes whatever it does not take for text. */
export const bodyOf = (event: APIGatewayProxyEventV2): string =>
  event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');

const jsonOf = (event: APIGatewayProxyEventV2): unknown => {
  const text = bodyOf(event);
  if (Buffer.byteLength(text) > MOST_BODY_BYTES) throw new Refusal('body-too-large');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('body-not-json');
  }
};

/** A JSON pointer (RFC 6901) into the request. */
const pointerTo = (...path: PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Checks one part of a request; every problem of it is named by a JSON pointer. */
const check = (part: string, schema: z.ZodType | undefined, value: unknown): unknown => {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({ pointer: pointerTo(part, ...path), detail: message }));
  throw new Refusal('request-invalid', undefined, fields);
};

/** A contract without a query takes none; a misspelt parameter is told, not ignored. */
const checkQuery = (schema: z.ZodType | undefined, query: Json): unknown => {
  const [unexpected] = Object.keys(query);
  if (!schema && unexpected) {
    throw new Refusal('request-invalid', undefined, [
      { pointer: pointerTo('query', unexpected), detail: 'this operation takes no query' },
    ]);
  }
  return check('query', schema, query);
};

/** The ticket that a request names. People also type phone numbers there, so only what is a ticket's number is told. */
const numberInPath = (event: Authorised): string | undefined => TicketNumber.safeParse(event.pathParameters?.number).data;

/** The ticket that an answer is about: the answer itself, or its `ticket`. */
const numberIn = (shown: unknown): string | undefined => {
  const { number, ticket } = shown as { number?: string; ticket?: { number?: string } };
  return number ?? ticket?.number;
};

/**
 * Makes the Lambda of an HTTP operation: finds out who calls, checks what comes in by the contract, strips what goes
 * out by it, and answers whatever is thrown as problem+json. Writes one log line a call.
 */
export const httpFunction = <C extends HttpContract<any, any, any, any, any>>(
  contract: C,
  handler: HttpHandler<C>,
  { groupsClaim, log = standardLog }: { groupsClaim: string; log?: Log },
) => {
  return async (event: Authorised): Promise<APIGatewayProxyStructuredResultV2> => {
    const correlationId = event.requestContext.requestId;
    const started = Date.now();
    const done = (status: number, line: Pick<LogLine, 'ticket' | 'code' | 'error'>) =>
      log(status >= 500 ? 'error' : 'info', 'request', {
        ...{ operation: contract.name, correlationId, status, milliseconds: Date.now() - started },
        ...line,
      });
    try {
      const caller = callerOf(event, contract.roles, groupsClaim);
      const request = {
        params: check('path', contract.params, event.pathParameters ?? {}),
        query: checkQuery(contract.query, (event.queryStringParameters ?? {}) as Json),
        headers: check('headers', contract.headers, event.headers),
        body: contract.body && check('body', contract.body, jsonOf(event)),
        caller,
        correlationId,
      } as HttpRequest<C>;
      const { status, body, headers } = (await handler(request)) as { status: number; body: unknown; headers?: Json };
      const shown = contract.responses[status]?.parse(body);
      done(status, { ticket: numberIn(shown) ?? numberInPath(event) });
      return answer(status, shown, { 'x-correlation-id': correlationId, ...headers });
    } catch (thrown) {
      const problem = problemOf(thrown, correlationId);
      done(problem.status, { ticket: numberInPath(event), code: problem.code, ...(problem.status >= 500 && { error: thrown }) });
      return answer(problem.status, problem, { 'content-type': 'application/problem+json', 'x-correlation-id': correlationId });
    }
  };
};
