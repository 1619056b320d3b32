import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const deployed = sources.filter((file) => /^(shared|functions)\//.test(file));
const filesWith = (pattern: RegExp): string[] => deployed.filter((file) => pattern.test(readFileSync(file, 'utf8')));

describe('what a request says is read in one place', () => {
  it('who calls: the claims and the header of the token', () => {
    expect(filesWith(/authorizer[?.!]|\bclaims\b.*\bsub\b|headers\??\.authorization/)).toEqual(['shared/runtime/caller.ts']);
    expect(filesWith(/\bbearerClaims\(/)).toEqual(['shared/runtime/caller.ts']);
    expect(filesWith(/\bpersonId\(/)).toEqual(['shared/runtime/caller.ts']);
  });

  it('numbers: JavaScript reads 0x10 and 1e1 as numbers, and zod with it', () => {
    expect(filesWith(/z\.coerce/)).toEqual([]);
  });
});
