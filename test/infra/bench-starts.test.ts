import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENVIRONMENT } from '#scripts/bench/starts.ts';

it.each(readdirSync('functions'))('%s can be started by the bench', async (name) => {
  const { Env } = await import(`#functions/${name}/env.ts`);
  expect(Env.safeParse(ENVIRONMENT).error).toBeUndefined();
});
