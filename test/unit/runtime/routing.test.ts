import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type HttpContract, httpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { Problem } from '#contracts/http/problem.ts';
import { apiFunction } from '#runtime/api.ts';
import type { Authorised } from '#runtime/caller.ts';
import { lineOf } from '#runtime/log.ts';
import { httpEvent, people } from '#test/unit/functions/http-event.ts';
import { GROUPS_CLAIM } from '#test/unit/functions/seeded-hotline.ts';

const Named = z.object({ by: z.string() });
const contractOf = <const M extends HttpContract['method']>(name: string, method: M, path: string) =>
  httpContract({
    name,
    method,
    path,
    summary: 'A sample.',
    roles: ['resident'],
    refusals: [],
    params: z.object({ id: z.string() }).partial(),
    responses: { 200: Named },
  });

const list = contractOf('list-samples', 'GET', '/samples');
const make = contractOf('make-sample', 'POST', '/samples');
const get = contractOf('get-sample', 'GET', '/samples/{id}');
/** A sample with the id `of-today` would have the path of this one. */
const today = contractOf('get-samples-of-today', 'GET', '/samples/of-today');

/** The Lambda of some operations, each of which answers its own name. */
const apiOf = (contracts: readonly ReturnType<typeof contractOf>[]) => {
  const lines: Record<string, unknown>[] = [];
  const handle = (name: string) => async () => ({ status: 200 as const, body: { by: name } });
  const door = apiFunction(
    contracts.map((contract) => ({ contract, handle: handle(contract.name) })),
    { groupsClaim: GROUPS_CLAIM, log: (...line) => void lines.push(JSON.parse(lineOf(...line))) },
  );
  const send = async (event: Authorised) => {
    const { statusCode, body } = await door(event);
    return { status: statusCode, body: JSON.parse(body ?? '') as Record<string, unknown> };
  };
  return { send, lines };
};

describe('the Lambda of several operations', () => {
  it.each([list, make, get, today])('hands $method $path to its own operation, and logs that one', async (contract) => {
    const { send, lines } = apiOf([get, list, make, today]);
    const event = httpEvent(contract, { params: { id: 'of-today' } }, people.owner);
    expect(await send(event)).toEqual({ status: 200, body: { by: contract.name } });
    expect(lines).toMatchObject([{ level: 'info', message: 'request', operation: contract.name, status: 200 }]);
  });

  it('goes by the route that API Gateway matched, whatever stands in the path', async () => {
    const { send } = apiOf([get, list]);
    const event = httpEvent(get, { params: { id: 'a/b' } }, people.owner);
    for (const rawPath of ['/samples/', '/samples/a/b', '/prod/samples/a']) {
      const http = { ...event.requestContext.http, path: rawPath };
      const sent = { ...event, rawPath, requestContext: { ...event.requestContext, http } };
      expect((await send(sent)).body).toEqual({ by: 'get-sample' });
    }
  });

  it.each(['POST /samples/{id}', 'GET /other', '$default', 'toString', ''])(
    'fails for the route %j that none of them has, with one line',
    async (routeKey) => {
      const { send, lines } = apiOf([get, list, make]);
      const { status, body } = await send({ ...httpEvent(list, {}, people.owner), routeKey });
      expect([status, Problem.parse(body).code]).toEqual([500, 'internal-error']);
      expect(body.correlationId).toBe('Test0request=');
      expect(lines).toMatchObject([
        { level: 'error', message: 'request', status: 500, code: 'internal-error', correlationId: 'Test0request=' },
      ]);
      expect(lines[0]).not.toHaveProperty('operation');
    },
  );

  it('does not start with two operations on one route', () => {
    expect(() => apiOf([get, list, { ...make, method: 'GET' } as never])).toThrow('two operations have the route GET /samples');
  });

  it('shares nothing between calls that run at the same time', async () => {
    const { send, lines } = apiOf([get, list]);
    const event = (id: string) => httpEvent(get, { params: { id } }, people.owner);
    const sent = ['a', 'b', 'c'].map((requestId) => {
      const one = event(requestId);
      return send({ ...one, requestContext: { ...one.requestContext, requestId } });
    });
    await Promise.all(sent);
    expect(lines.map(({ correlationId }) => correlationId).sort()).toEqual(['a', 'b', 'c']);
  });

  it('answers an event that is no request at all', async () => {
    const { send, lines } = apiOf([list]);
    expect((await send({} as Authorised)).status).toBe(500);
    expect(lines).toHaveLength(1);
  });
});

it('every route of the API finds its operation and no other, whichever operations a Lambda serves', async () => {
  const contracts = fc.shuffledSubarray([...operations]);
  await fc.assert(
    fc.asyncProperty(contracts, fc.constantFrom(...operations), async (some, asked) => {
      const lines: Record<string, unknown>[] = [];
      const handle = async () => Promise.reject(new Error('a stranger came in'));
      const door = apiFunction(
        some.map((contract) => ({ contract, handle })),
        { groupsClaim: GROUPS_CLAIM, log: (...line) => void lines.push(JSON.parse(lineOf(...line))) },
      );
      // A stranger is refused by the operation itself, before it looks at anything else; where it is open, for what was sent.
      const { statusCode } = await door(httpEvent(asked, {}));
      const isServed = some.includes(asked);
      expect(statusCode).toBe(isServed ? (asked.isOpen ? 400 : 401) : 500);
      expect(lines.map(({ operation }) => operation)).toEqual([isServed ? asked.name : undefined]);
    }),
  );
});
