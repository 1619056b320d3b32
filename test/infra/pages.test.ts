import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtPages } from '#infra/bundle/built-pages.ts';

const folder = builtPages();
const htmlOf = (page: string): string => readFileSync(join(folder, `${page}.html`), 'utf8');

/** The code that a page loads at once: what its HTML names, and what that imports in turn. */
const scriptsOf = (page: string): string[] => {
  const found = new Set([...htmlOf(page).matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? ''));
  for (const name of found)
    for (const [, imported] of readFileSync(join(folder, name), 'utf8').matchAll(
      /(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g,
    ))
      found.add(`assets/${imported}`);
  return [...found];
};
/** As they are shipped to a browser that takes brotli; by gzip it is an eighth more. */
const kilobytesOf = (page: string): number =>
  scriptsOf(page).reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0) / 1024;

describe.each([
  ['resident', 60],
  ['desk', 150],
  ['department', 150],
])('the page of %s', (page, most) => {
  it(`loads at most ${most} KB of code, compressed`, () => {
    expect(scriptsOf(page).length).toBeGreaterThan(0);
    expect(kilobytesOf(page)).toBeGreaterThan(10);
    expect(kilobytesOf(page)).toBeLessThanOrEqual(most);
  });

  it('has no code and no style in itself, and names nothing from the root or from elsewhere', () => {
    const html = htmlOf(page);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(html.match(/<script(?![^>]*(src=|type="application\/json"))/)).toBeNull();
    expect(html).not.toMatch(/(?:src|href)="(?!\.\/)/);
  });
});

it('the code of the pages holds nothing of the schemas, which would be most of it', () => {
  const code = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, 'assets', name), 'utf8'));
  for (const text of code) expect(text).not.toMatch(/ZodError|ZodType/);
});
