import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { operations } from '#contracts/http/operations.ts';
import { refusalsOf } from '#contracts/http/refusals-of.ts';
import { allOperations, audiences } from '#test/unit/functions/audiences.ts';

const each = operations.map((contract) => [contract.name, contract] as const);

describe('the list of operations', () => {
  it('has every contract of its folder', async () => {
    const found: unknown[] = [];
    for (const file of readdirSync('shared/contracts/http')) {
      const exported = (await import(`#contracts/http/${file.replace('.ts', '')}.ts`)) as Record<string, unknown>;
      for (const [name, thing] of Object.entries(exported)) {
        if (!name.endsWith('Contract') || typeof thing !== 'object') continue;
        const contract = thing as { name: string };
        expect(file).toBe(`${contract.name}.ts`);
        found.push(contract.name);
      }
    }
    expect(operations.map(({ name }) => name).sort()).toEqual(found.sort());
  });

  it('has no name and no route twice', () => {
    const routes = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(routes).size).toBe(operations.length);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length);
  });

  it.each(each)('%s takes exactly the parameters of its path', (_, { path, params }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const { properties = {}, additionalProperties } = params ? z.toJSONSchema(params) : { additionalProperties: false };
    expect([Object.keys(properties).sort(), additionalProperties]).toEqual([inPath.sort(), false]);
  });

  it.each(each)('%s refuses what it does not know', (_, { body, query }) => {
    for (const part of [body, query]) {
      if (part) expect(z.toJSONSchema(part, { io: 'input' }).additionalProperties).toBe(false);
    }
  });

  const numbers = operations.flatMap(({ name, query }) => {
    const { properties = {} } = query ? z.toJSONSchema(query, { io: 'input' }) : {};
    const whole = Object.entries(properties as Record<string, { type?: string }>).filter(([, { type }]) => type === 'integer');
    return whole.map(([field]) => [name, field, query] as const);
  });
  it.each(numbers)('%s takes %s in decimal digits alone', (_, field, query) => {
    const takes = (text: string): boolean => {
      const issues = query?.safeParse({ [field]: text }).error?.issues ?? [];
      return !issues.some(({ path }) => path[0] === field);
    };
    for (const text of [
      '0x10',
      '0b11',
      '1e1',
      ' 5 ',
      '5.0',
      '+5',
      '-5',
      '05',
      '５',
      '٥',
      '',
      ' ',
      '5,6',
      'Infinity',
      '5n',
      '1_0',
    ]) {
      expect([text, takes(text)]).toEqual([text, false]);
    }
    for (const text of ['1', '20']) expect([text, takes(text)]).toEqual([text, true]);
    // What JavaScript takes for a number in another way is none here.
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[1-9]\d*$/.test(text));
        expect(takes(text)).toBe(false);
      }),
    );
  });

  it.each(each)('%s takes no header with a comma, which the gateway writes between two of one name', (_, { headers }) => {
    const { properties = {} } = headers ? z.toJSONSchema(headers, { io: 'input' }) : {};
    for (const [name, { pattern = '' }] of Object.entries(properties as Record<string, { pattern?: string }>)) {
      // A list: two of one name are one.
      if (name === 'accept-language') continue;
      expect([name, new RegExp(pattern).test('order-0001'), new RegExp(pattern).test('order-0001,order-0001')]).toEqual([
        ...[name, true, false],
      ]);
    }
  });

  it.each(each)('%s lets somebody in, answers something, and names each refusal once', (_, contract) => {
    // Whoever is let in without signing in has no role.
    expect(contract.roles.length > 0).toBe(!contract.isOpen);
    expect(Object.keys(contract.responses).every((status) => /^2\d\d$/.test(status))).toBe(true);
    expect(refusalsOf(contract)).toEqual([...new Set(refusalsOf(contract))]);
  });

  it.each(each)('%s is for departments if its path names one, and only then', (_, { path, roles }) => {
    if (path.includes('{department}')) expect(roles).toEqual(['department']);
    else if (roles.includes('department')) expect(roles.length).toBeGreaterThan(1);
  });
});

it('nothing is open without signing in but what is for people without an account', () => {
  expect(operations.filter(({ isOpen }) => isOpen).map(({ name }) => name)).toEqual(['ask-for-code', 'read-by-code']);
});

describe('audiences', () => {
  it('serve every contract, each by one of them', () => {
    expect(allOperations.map(({ contract }) => contract.name).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  it.each(Object.entries(audiences))(
    'functions/%s has a file for each of its operations, and a short root',
    (audience, served) => {
      const own = ['env.ts', 'index.ts', 'operations.ts'];
      const files = readdirSync(`functions/${audience}`).filter((file) => !own.includes(file));
      expect(files.sort()).toEqual(served.map(({ contract }) => `${contract.name}.ts`).sort());
      for (const file of files) {
        const used = [...readFileSync(`functions/${audience}/${file}`, 'utf8').matchAll(/from '(.*)'/g)].map(([, from]) => from);
        expect(used.filter((from) => from?.startsWith('#contracts/http/') && from.endsWith(file))).toEqual([
          `#contracts/http/${file}`,
        ]);
      }
      expect(readFileSync(`functions/${audience}/index.ts`, 'utf8').split('\n').length).toBeLessThanOrEqual(26);
    },
  );
});
