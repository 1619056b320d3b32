import type * as z from 'zod';
import type { Caller, HttpContract, HttpRequest } from '#contracts/http/http-contract.ts';
import { Refusal } from '#domain/errors.ts';
import { ownValue } from '#domain/own-value.ts';
import { jsonOf } from './body.ts';
import type { Authorised } from './caller.ts';
import type { Middleware } from './lambda.ts';

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

/** A contract without a query takes none: a misspelt parameter is refused, not ignored. */
const checkQuery = (schema: z.ZodType | undefined, query: object): unknown => {
  const [unexpected] = Object.keys(query);
  if (!schema && unexpected) {
    throw new Refusal('request-invalid', undefined, [
      { pointer: pointerTo('query', unexpected), detail: 'this operation takes no query' },
    ]);
  }
  return check('query', schema, query);
};

/** Headers that are lists (RFC 9110): two of one name are one list. */
const LISTS: readonly string[] = ['accept-language'];

/** API Gateway joins headers of one name by a comma, so a value that holds one may be two. */
const checkHeaders = (schema: z.ZodObject | undefined, headers: Authorised['headers']): unknown => {
  const twice = Object.keys(schema?.shape ?? {}).filter(
    (name) => !LISTS.includes(name) && ownValue(headers, name)?.includes(','),
  );
  if (twice.length === 0) return check('headers', schema, headers);
  const detail = 'this header may stand once, and its value holds no comma: send one value';
  throw new Refusal(
    'request-invalid',
    undefined,
    twice.map((name) => ({ pointer: pointerTo('headers', name), detail })),
  );
};

/** Gives the handler the request as its contract describes it, or refuses it as `request-invalid`. */
export const requestByContract = (
  contract: HttpContract,
): Middleware<Authorised | HttpRequest<HttpContract>, { caller: Caller }> => ({
  before: (request) => {
    const { params, query, headers, body } = contract;
    const event = request.event as Authorised;
    request.event = {
      params: check('path', params, event.pathParameters ?? {}),
      query: checkQuery(query, event.queryStringParameters ?? {}),
      headers: checkHeaders(headers, event.headers) as HttpRequest<HttpContract>['headers'],
      body: body && check('body', body, jsonOf(event)),
      caller: request.internal.caller,
      correlationId: event.requestContext.requestId,
    };
  },
});
