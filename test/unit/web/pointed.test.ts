import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#contracts/http/problem.ts';
import { pointedAt } from '#web/parts/pointed.ts';

const problem = (...pointers: string[]): Problem => ({
  type: 'urn:hotline:problem:request-invalid',
  title: '',
  status: 400,
  detail: '',
  code: 'request-invalid',
  correlationId: '',
  errors: pointers.map((pointer) => ({ pointer, detail: '' })),
});

describe('the fields to which a refusal points', () => {
  it.each([
    ['/body/contact/phone', ['name', 'phone'], 'phone'],
    ['/body/phone', ['number', 'phone'], 'phone'],
    ['/query/phone', ['phone'], 'phone'],
    ['/body/comment', ['rate-solved', 'rate-comment'], 'rate-comment'],
    ['/body/list/0', ['list'], 'list'],
  ])('%s among %j is %s', (pointer, ids, id) => {
    expect(pointedAt(problem(pointer), ids).map((one) => one.id)).toEqual([id]);
  });

  it.each([['/body'], ['/headers/idempotency-key'], ['/body/telephone'], ['']])('%j is none of them', (pointer) => {
    expect(pointedAt(problem(pointer), ['phone', 'idempotency-key', 'name'])).toEqual([]);
  });

  it('are fields of the form, each once', () => {
    const name = fc.stringMatching(/^[a-z]{1,3}$/);
    fc.assert(
      fc.property(fc.array(name), fc.uniqueArray(name), (pointed, ids) => {
        const found = pointedAt(problem(...pointed.map((one) => `/body/${one}`)), ids).map(({ id }) => id);
        expect(new Set(found)).toEqual(new Set(ids.filter((id) => pointed.includes(id))));
        expect(found).toHaveLength(new Set(found).size);
      }),
    );
  });
});
