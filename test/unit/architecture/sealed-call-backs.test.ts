import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const filesWith = (words: RegExp): string[] =>
  sources.filter((file) => /^(shared|functions)\//.test(file) && words.test(readFileSync(file, 'utf8'))).sort();

it('a ticket is opened where its caller’s call-back is sealed with it, or where nobody can wish it to be confidential', () => {
  expect(filesWith(/\b(?:takeIntake|takeWithinLimits)\b(?! =)/)).toEqual([
    // Bodies of the doors over HTTP can't have the wish.
    'functions/desk-api/open-ticket-for-caller.ts',
    'functions/resident-api/open-ticket.ts',
    'shared/use-cases/phone/file-call.ts',
    'shared/use-cases/phone/seal-call-back.ts',
    'shared/use-cases/take-intake.ts',
    'shared/use-cases/take-within-limits.ts',
  ]);
  expect(readFileSync('shared/use-cases/file-matter.ts', 'utf8')).toContain('confidential?: never;');
  expect(filesWith(/\bsealCallBack\(/)).toEqual(['shared/use-cases/phone/file-call.ts']);
});

it('the wish that comes later is carried out there alone', () => {
  expect(filesWith(/action: 'hide-reporter'/)).toEqual(['shared/domain/calls/missing-in-ticket.ts']);
  expect(filesWith(/import .*\bmissingIn\b/)).toEqual(['shared/use-cases/phone/file-call.ts']);
});
