import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const files = sources
  .filter((file) => /^(shared|functions|scripts)\//.test(file))
  .map((file) => [file, readFileSync(file, 'utf8')]);
const filesWith = (pattern: RegExp) =>
  files
    .filter(([, text = '']) => pattern.test(text))
    .map(([file]) => file)
    .sort();

/** `unitsIn` reads a matter without places, courtesy and denials; what is sorted or learnt from is read by nothing else. */
it('what is sorted, or learnt from, is read in one way', () => {
  expect(filesWith(/import \{[^}]*\breadUnits\b/).filter((file) => !file?.includes('/danger/'))).toEqual([
    'shared/domain/district/sorting/grams.ts',
  ]);
  expect(filesWith(/\bunitsIn\(/)).toEqual(['scripts/sorting/train.ts', 'shared/domain/district/sorting/understand-matter.ts']);
});

/** Who looks at a matter before it is filed sees what filing makes of it: danger changes both. */
it('what is shown of a matter before it is filed comes from the function that files it', () => {
  expect(filesWith(/\bunderstandMatter\((?!und)/).filter((file) => !file?.startsWith('scripts/'))).toEqual([
    'shared/domain/calls/words/wording.ts',
    'shared/domain/tickets/sorted.ts',
  ]);
});
