import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type HttpHandler, httpContract } from '#contracts/http/http-contract.ts';
import { Problem } from '#contracts/http/problem.ts';
import { NumberInPath } from '#contracts/http/ticket-view.ts';
import { Busy, Refusal, type RefusalCode, refusals } from '#domain/errors.ts';
import { apiFunction } from '#runtime/api.ts';
import type { Authorised } from '#runtime/caller.ts';
import { lineOf } from '#runtime/log.ts';
import { problemOf } from '#runtime/problem.ts';
import { httpEvent, people, type Sent } from '#test/unit/functions/http-event.ts';
import { GROUPS_CLAIM, numbers } from '#test/unit/functions/seeded-hotline.ts';

const contract = httpContract({
  name: 'sample',
  method: 'POST',
  path: '/samples/{number}',
  summary: 'A sample.',
  roles: ['resident'],
  params: NumberInPath(),
  query: z.strictObject({ size: z.coerce.number<string>().int().default(1) }),
  headers: z.object({ 'x-sample': z.string().optional() }),
  body: z.strictObject({ list: z.array(z.strictObject({ 'a/b': z.int() })).default([]) }),
  responses: { 200: z.object({ seen: z.string() }), 201: z.object({ number: z.string() }) },
  refusals: [],
});

/** Sends one request to a handler; gives the answer, its body and the log lines. */
const run = async (handler: HttpHandler<typeof contract>, sent: Sent = {}, event: Partial<Authorised> = {}) => {
  const lines: string[] = [];
  const door = apiFunction([{ contract, handle: handler }], {
    groupsClaim: GROUPS_CLAIM,
    log: (...line) => lines.push(lineOf(...line)),
  });
  const whole = httpEvent(contract, { params: { number: numbers.received }, body: {}, ...sent }, people.owner);
  const answer = await door({ ...whole, ...event });
  return { answer, body: JSON.parse(answer.body ?? '') as Record<string, unknown>, lines };
};
const fine: HttpHandler<typeof contract> = async () => ({ status: 200, body: { seen: 'x' } });

describe('an HTTP function', () => {
  it('hands over what was checked, and defaults', async () => {
    let seen: unknown;
    const sent = { query: { size: '7' }, headers: { 'x-sample': 'h', 'x-other': 'o' }, body: { list: [{ 'a/b': 1 }] } };
    await run(async (request) => {
      seen = request;
      return { status: 200, body: { seen: 'x' } };
    }, sent);
    expect(seen).toMatchObject({
      ...{
        params: { number: numbers.received },
        query: { size: 7 },
        headers: { 'x-sample': 'h' },
        body: { list: [{ 'a/b': 1 }] },
      },
      caller: { role: 'resident' },
      correlationId: 'Test0request=',
    });
    await run(async (request) => {
      seen = request;
      return { status: 200, body: { seen: 'x' } };
    });
    expect(seen).toMatchObject({ query: { size: 1 }, body: { list: [] } });
  });

  it('lets nothing out that its contract does not name', async () => {
    const { answer, body } = await run(async () => ({ status: 200, body: { seen: 'x', secret: 'y' } as { seen: string } }));
    expect(body).toEqual({ seen: 'x' });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-correlation-id': 'Test0request=',
    });
  });

  it('fails for an answer that its contract does not allow, rather than send it', async () => {
    const wrong = [
      { status: 200, body: {} },
      { status: 202, body: { seen: 'x' } },
    ];
    for (const answer of wrong) {
      expect((await run(async () => answer as unknown as { status: 200; body: { seen: string } })).answer.statusCode).toBe(500);
    }
  });

  it('names every field that is wrong by a JSON pointer', async () => {
    const { body } = await run(fine, { body: { list: [{ 'a/b': 'x' }, { 'a/b': 1, more: 1 }] } });
    expect(Problem.parse(body)).toMatchObject({
      type: 'urn:hotline:problem:request-invalid',
      status: 400,
      code: 'request-invalid',
      correlationId: 'Test0request=',
      errors: [{ pointer: '/body/list/0/a~1b' }, { pointer: '/body/list/1' }],
    });
  });

  it('takes a header that stands once, and not two that the gateway has joined', async () => {
    for (const twice of ['a,b', 'a, a', ',', 'a,']) {
      const { body } = await run(fine, { headers: { 'x-sample': twice, 'x-other': 'a,b' } });
      expect(body).toMatchObject({ code: 'request-invalid', errors: [{ pointer: '/headers/x-sample' }] });
      expect(JSON.stringify(body.errors)).toContain('may stand once');
    }
    expect((await run(fine, { headers: { 'x-sample': 'a', 'x-other': 'a,b' } })).answer.statusCode).toBe(200);
  });

  it('shows nothing of its inside when it fails, and logs it without what was said', async () => {
    const { answer, body, lines } = await run(async () => {
      throw new TypeError("can't read 'matter 王秀兰' of +86 100-0000-0001 in table tickets-prod");
    });
    expect([answer.statusCode, answer.headers?.['content-type']]).toEqual([500, 'application/problem+json']);
    expect(Problem.parse(body).code).toBe('internal-error');
    expect(answer.body).not.toMatch(/TypeError|matter|王|tickets|\.ts|at /);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', status: 500, error: { name: 'TypeError' } });
    expect(lines[0]).not.toMatch(/王秀兰|100-0000-0001|0000/);
  });

  it('says when to ask again when it is busy, and shows nothing of what is', async () => {
    const { answer, body, lines } = await run(async () => {
      throw new Busy('the table tickets-prod throttles');
    });
    expect([answer.statusCode, answer.headers?.['retry-after']]).toEqual([503, '2']);
    expect(Problem.parse(body).code).toBe('busy');
    expect(answer.body).not.toMatch(/table|prod/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'error', status: 503, code: 'busy', error: { name: 'Busy' } });
  });

  it('says when to ask again of a ticket that others are changing, and of nothing that stays as it is', async () => {
    const secondsOf = async (code: RefusalCode) => {
      const { answer } = await run(() => Promise.reject(new Refusal(code)));
      return answer.headers?.['retry-after'];
    };
    expect(await secondsOf('ticket-changed-meanwhile')).toBe('1');
    expect(await secondsOf('state-not-allowed')).toBeUndefined();
  });

  it('fails alike for whatever is thrown', async () => {
    for (const thrown of ['text', undefined, null, { code: 'ticket-unknown', status: 404 }]) {
      const { answer } = await run(async () => {
        throw thrown;
      });
      expect(answer.statusCode).toBe(500);
    }
  });

  it.each(Object.keys(refusals) as RefusalCode[])('tells the refusal %s as a problem', async (code) => {
    const { answer, body, lines } = await run(async () => {
      throw new Refusal(code);
    });
    const problem = Problem.parse(body);
    expect(problem).toMatchObject({
      code,
      type: `urn:hotline:problem:${code}`,
      status: answer.statusCode,
      detail: refusals[code],
    });
    expect(problem.status >= 400 && problem.status < 500).toBe(true);
    // What happened, and what to do: the second is not the first again.
    expect(problem.title).not.toBe(problem.detail);
    expect(problem.title.length).toBeLessThan(problem.detail.length);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', status: problem.status, code });
    expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('error');
  });

  it('logs one line with the number of the ticket, from the path or from the answer', async () => {
    const asked = await run(fine);
    expect(JSON.parse(asked.lines[0] ?? '')).toMatchObject({ operation: 'sample', status: 200, ticket: numbers.received });
    const made = await run(async () => ({ status: 201, body: { number: numbers.closed } }));
    expect(JSON.parse(made.lines[0] ?? '')).toMatchObject({ status: 201, ticket: numbers.closed });
  });

  it.each(['10000000001', '王秀兰', 'LZ261123100018', ''])('logs nothing of a path that holds %j', async (number) => {
    const { lines } = await run(fine, { params: { number } });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).not.toHaveProperty('ticket');
  });

  it('refuses a stranger before it looks at what they sent', async () => {
    const { body } = await run(
      fine,
      { body: '{', query: { x: '1' } },
      { requestContext: httpEvent(contract, {}).requestContext },
    );
    expect(body.code).toBe('unauthenticated');
  });

  it('needs no more of Lambda than the event', () => {
    const door: (event: Authorised, context?: Context) => Promise<unknown> = apiFunction([{ contract, handle: fine }], {
      groupsClaim: 'groups',
    });
    expect(door.length).toBe(1);
  });
});

describe('a problem', () => {
  it('keeps the sentence that a refusal was given', () => {
    const fields = [{ pointer: '/body', detail: 'wrong' }];
    expect(problemOf(new Refusal('cursor-invalid', 'another sentence', fields), 'id')).toEqual({
      ...{
        type: 'urn:hotline:problem:cursor-invalid',
        title: 'The cursor is not valid.',
        status: 400,
        detail: 'another sentence',
      },
      code: 'cursor-invalid',
      correlationId: 'id',
      errors: fields,
    });
  });
});
