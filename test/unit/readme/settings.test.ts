import { expect, it } from 'vitest';
import { EXAMPLES } from '#infra/setting-values.ts';
import { textOf } from './markdown.ts';

it('docs/deploying.md names exactly the settings that there are', () => {
  const [, section = ''] = textOf('docs/deploying.md').split(/^## Settings$/m);
  const [said = ''] = section.split(/^## /m);
  const inTable = [...said.matchAll(/^\| (`.+?) \|/gm)].map(([, cell = '']) => cell);
  const forLocal = said.match(/settings, (`.+?),\s+are for the local AWS/s)?.[1] ?? '';
  const named = [...inTable, forLocal].flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(named.sort()).toEqual(Object.keys(EXAMPLES).sort());
});
