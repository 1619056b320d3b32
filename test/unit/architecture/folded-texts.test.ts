import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

/** Whether a text is folded by hand: places in it are no places in what was written. */
const foldsByHand = (code: string): boolean => code.includes("normalize('NFKC')") && code.includes('toLowerCase()');

it('knows a text that is folded by hand', () => {
  for (const planted of [
    "written.normalize('NFKC').toLowerCase()",
    "const small = name.toLowerCase();\nreturn small.normalize('NFKC');",
  ])
    expect(foldsByHand(planted)).toBe(true);
});

it('is folded in one place, which also knows where its parts were written', () => {
  const code = sources.filter((file) => !file.startsWith('test/'));
  expect(code.filter((file) => foldsByHand(readFileSync(file, 'utf8')))).toEqual(['shared/domain/text/folded.ts']);
});
