import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sources } from './tracked-files.ts';

const deployed = sources.filter((file) => /^(shared|functions)\//.test(file));

/** The clients of the SDK that a text makes otherwise than with the settings of all. */
const otherwise = (text: string): string[] =>
  [...text.matchAll(/new \w+Client\((?!\{ \.\.\.clientSettings\()[^;]*/g)].map(([found]) => found);
const ownPatience = /maxAttempts|requestHandler|connectionTimeout/;

describe('clients of the SDK', () => {
  it('are all made with the settings of one place', () => {
    expect(deployed.flatMap((file) => otherwise(readFileSync(file, 'utf8')))).toEqual([]);
    const setting = deployed.filter((file) => ownPatience.test(readFileSync(file, 'utf8')));
    expect(setting).toEqual(['shared/adapters/client-settings.ts']);
  });

  it('are found where one is made otherwise', () => {
    expect(otherwise('const client = new S3Client({ maxAttempts: 4 });')).toHaveLength(1);
    expect(otherwise('const client = new S3Client();')).toHaveLength(1);
    expect(otherwise('new S3Client({ ...clientSettings(), ...settings })')).toEqual([]);
  });
});
