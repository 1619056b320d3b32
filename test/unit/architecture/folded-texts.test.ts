import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

/** A text that is folded by hand: places in it are no places in what was written. */
const BY_HAND = /\.normalize\('NFKC'\)\s*\.toLowerCase\(\)|\.toLowerCase\(\)\s*\.normalize\('NFKC'\)/;

it('knows a text that is folded by hand', () => {
  for (const planted of ["written.normalize('NFKC').toLowerCase()", "name\n  .toLowerCase()\n  .normalize('NFKC')"])
    expect(planted).toMatch(BY_HAND);
});

it('is folded in one place, which also knows where its parts were written', () => {
  const code = sources.filter((file) => !file.startsWith('test/'));
  const byHand = code.filter((file) => BY_HAND.test(readFileSync(file, 'utf8')));
  expect(byHand).toEqual(['shared/domain/text/folded.ts']);
});
