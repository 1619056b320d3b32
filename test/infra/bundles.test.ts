import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlesFor } from '../../infra/bundle/bundles.ts';
import { readDistrict } from '../../infra/district/read-district.ts';

const { district, people } = readDistrict('config/linzi');
const bundles = bundlesFor(district);
const read = (name: string, file: string): string => readFileSync(join(bundles(name), file), 'utf8');

describe.each(readdirSync('functions'))('the bundle of %s', (name) => {
  const code = read(name, 'index.mjs');

  it('is small, so that it starts quickly', () => expect(code.length).toBeLessThanOrEqual(400 * 1024));

  it('looks for credentials in the environment alone', () => {
    expect(code).not.toContain('AWS_CONTAINER_CREDENTIALS');
    expect(code).not.toContain('sso_session');
  });

  it('holds the district if it reads it, and no people', () => {
    const files = readdirSync(bundles(name)).sort();
    expect(files).toEqual(code.includes('./district.json') ? ['district.json', 'index.mjs'] : ['index.mjs']);
    if (!existsSync(join(bundles(name), 'district.json'))) return;
    const shipped = read(name, 'district.json');
    expect(JSON.parse(shipped)).toEqual(district);
    for (const person of people) expect(shipped).not.toContain(person.phone ?? person.id);
  });
});

it('a function without a folder is told by its name', () => {
  expect(() => bundles('close-ticket')).toThrow('functions/close-ticket/index.ts is missing');
});
