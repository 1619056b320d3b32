import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { httpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { refusalsOf } from '#contracts/http/refusals-of.ts';
import { Refusal } from '#domain/errors.ts';
import { problemOf, statusOf } from '#runtime/problem.ts';
import { openApiDocument, openApiText } from '#scripts/openapi/document.ts';

type Any = any;
const document = openApiDocument() as Any;

describe('openapi.json', () => {
  it('is what `npm run openapi` writes', () => {
    expect(readFileSync('openapi.json', 'utf8') === openApiText(), 'run `npm run openapi` and commit the file').toBe(true);
  });

  it('is OpenAPI 3.1 by the published schema, without a reference into nothing', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
    expect(() => validator.resolveRefs()).not.toThrow();
    const broken = structuredClone(document);
    broken.paths['/tickets'].post.responses = 'none';
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it('refers only to what is in it', () => {
    const text = JSON.stringify(document);
    const missing = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].filter(
      ([, path = '']) => path.split('/').reduce<Any>((at, step) => at?.[step], document) === undefined,
    );
    expect(missing).toEqual([]);
    expect(text).not.toContain('$defs');
  });

  it.each(operations.map((contract) => [contract.name, contract] as const))('tells all of %s', (name, contract) => {
    const told = document.paths[contract.path][contract.method.toLowerCase()];
    expect([told.operationId, told['x-roles'], told.summary]).toEqual([name, contract.roles, contract.summary]);
    expect(told.requestBody !== undefined).toBe(contract.body !== undefined);
    const statuses = [
      ...Object.keys(contract.responses),
      ...(contract.keptSeconds === undefined ? [] : ['304']),
      ...refusalsOf(contract).map((code) => String(statusOf[code])),
      // What the gateway answers by itself.
      ...['404', '429', '503'],
      'default',
    ];
    expect(Object.keys(told.responses).sort()).toEqual([...new Set(statuses)].sort());
    for (const code of refusalsOf(contract)) {
      const { examples } = told.responses[statusOf[code]].content['application/problem+json'];
      expect(examples[code]).toEqual({ $ref: `#/components/examples/${code}` });
      expect(document.components.examples[code].value).toMatchObject(problemOf(new Refusal(code), expect.any(String) as Any));
    }
  });

  it.each(operations.map((contract) => [contract.name, contract] as const))(
    'tells what the gateway itself answers to %s',
    (_, contract) => {
      const { responses } = document.paths[contract.path][contract.method.toLowerCase()];
      for (const [status, message] of Object.entries({
        ...(contract.isOpen ? {} : { 401: 'Unauthorized' }),
        ...{ 404: 'Not Found', 429: 'Too Many Requests', 503: 'Service Unavailable' },
      })) {
        const { $ref = '', ...own } = responses[status];
        const told = $ref ? document.components.responses[$ref.split('/').at(-1)] : own;
        expect(told.content['application/json'].example).toEqual({ message });
      }
    },
  );

  it('asks for a token everywhere but where it is open, and names the key as people write it', () => {
    expect(document.security).toEqual([{ token: [] }]);
    for (const { path, method, isOpen } of operations)
      expect(document.paths[path][method.toLowerCase()].security).toEqual(isOpen ? [] : undefined);
    const { parameters } = document.paths['/tickets'].post;
    expect(parameters).toMatchObject([
      { name: 'Idempotency-Key', in: 'header', required: true },
      { name: 'Accept-Language', in: 'header', required: false },
    ]);
  });

  it('tells of requests what may come in and of answers what goes out', () => {
    const made = openApiDocument([
      httpContract({
        name: 'sample',
        method: 'POST',
        path: '/samples',
        summary: 'A sample.',
        roles: ['resident'],
        body: z.strictObject({ many: z.int().default(3) }),
        responses: { 200: z.object({ many: z.int().default(3) }) },
        refusals: [],
      }),
    ]) as Any;
    const { requestBody, responses } = made.paths['/samples'].post;
    expect(requestBody.content['application/json'].schema).toMatchObject({ additionalProperties: false });
    expect(requestBody.content['application/json'].schema).not.toHaveProperty('required');
    expect(responses[200].content['application/json'].schema).toMatchObject({ required: ['many'] });
    expect(responses[200].content['application/json'].schema).not.toHaveProperty('additionalProperties');
  });
});
