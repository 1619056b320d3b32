import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readEnvironment } from '#runtime/environment.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment', () => {
  it('is read by its schema', () => {
    vi.stubEnv('TICKETS_TABLE', 'tickets');
    expect(readEnvironment(z.object({ TICKETS_TABLE: z.string() }))).toEqual({ TICKETS_TABLE: 'tickets' });
  });

  it('that is wrong names every variable and shows no value', () => {
    vi.stubEnv('SECRET_COUNT', 'hunter2');
    const schema = z.object({ FIRST_MISSING: z.string(), SECRET_COUNT: z.coerce.number() });
    expect(() => readEnvironment(schema)).toThrow(/FIRST_MISSING: .*; SECRET_COUNT: /);
    expect(() => readEnvironment(schema)).not.toThrow(/hunter2/);
  });

  it.each(readdirSync('functions'))('of functions/%s takes no empty value', async (name) => {
    const { Env } = (await import(`#functions/${name}/env.ts`)) as { Env: z.ZodObject };
    for (const variable of Object.keys(Env.shape)) vi.stubEnv(variable, '');
    expect(() => readEnvironment(Env)).toThrow(/environment is wrong/);
  });
});
