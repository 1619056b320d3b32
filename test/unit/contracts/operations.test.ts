import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { operations } from '#contracts/http/operations.ts';
import { refusalsOf } from '#contracts/http/refusals-of.ts';

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

  it.each(each)('%s lets somebody in, answers something, and names each refusal once', (_, contract) => {
    expect(contract.roles.length).toBeGreaterThan(0);
    expect(Object.keys(contract.responses).every((status) => /^2\d\d$/.test(status))).toBe(true);
    expect(refusalsOf(contract)).toEqual([...new Set(refusalsOf(contract))]);
  });

  it.each(each)('%s is for departments if its path names one, and only then', (_, { path, roles }) => {
    if (path.includes('{department}')) expect(roles).toEqual(['department']);
    else if (roles.includes('department')) expect(roles.length).toBeGreaterThan(1);
  });
});

describe('composition roots', () => {
  it.each(operations.map(({ name }) => name))('functions/%s serves its own contract with its own handler', (name) => {
    const root = readFileSync(`functions/${name}/index.ts`, 'utf8');
    const used = [...root.matchAll(/from '(.*)'/g)].map(([, from]) => from);
    expect(used.filter((from) => from?.includes('contracts/http/'))).toEqual([`#contracts/http/${name}.ts`]);
    expect(used).toContain('./handler.ts');
    expect(used).toContain('./env.ts');
    expect(root.split('\n').length).toBeLessThanOrEqual(26);
    expect(existsSync(`functions/${name}/handler.ts`)).toBe(true);
  });
});
