import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf, linksIn, pages, targetOf, textOf } from './markdown.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Why a link leads nowhere; undefined for a link that is fine, or leads to another site. */
const faultOf = (page: string, link: string): string | undefined => {
  const target = targetOf(page, link);
  if (target === undefined) return undefined;
  const { file, anchor } = target;
  if (!existsSync(file)) return `${link}: there is no ${file}`;
  if (anchor === undefined) return undefined;
  return statSync(file).isFile() && anchorsOf(file).includes(anchor) ? undefined : `${link}: ${file} has no such heading`;
};

describe.each(pages)('%s', (page) => {
  it('has links only to what is there', () => {
    expect(linksIn(textOf(page)).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const named = [...textOf(page).matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('every page of docs/ can be reached from the README', () => {
  const reached = new Set<string>();
  const visit = (page: string): void => {
    if (reached.has(page)) return;
    reached.add(page);
    for (const [, path = ''] of textOf(page).matchAll(/\]\(([^)\s#:]+\.md)(?:#[^)]*)?\)/g)) {
      const target = join(dirname(page), path);
      if (existsSync(target)) visit(target);
    }
  };
  visit('README.md');
  const own = readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : []));
  expect(own.filter((page) => !reached.has(page))).toEqual([]);
});

it('the README stays short enough to be read: at most 1,000 words', () => {
  const words = textOf('README.md').split(/\s+/).filter(Boolean);
  expect(words.length).toBeLessThanOrEqual(1000);
});
