import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  'README.md',
  'README.zh-CN.md',
  'AGENTS.md',
  'config/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const textOf = (page: string): string => readFileSync(page, 'utf8');

/** The anchors of a page, as GitHub makes them from headings. */
const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Why a link leads nowhere; undefined for a link that is fine, or leads to another site. */
const faultOf = (page: string, link: string): string | undefined => {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(target)) return `${link}: there is no ${target}`;
  if (anchor === undefined) return undefined;
  return statSync(target).isFile() && anchorsOf(target).includes(anchor) ? undefined : `${link}: ${target} has no such heading`;
};

describe.each(pages)('%s', (page) => {
  it('has links only to what is there', () => {
    const links = [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    expect(links.flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
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

it('the Chinese README has the commands, the pictures and the pages of the English one', () => {
  const commandsOf = (page: string): string[] =>
    [...textOf(page).matchAll(/```\w*\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      // Outside of a string, what stands behind two blanks and # is for the reader.
      block.split('\n').map((line) => line.replace(/\s{2,}# .*$/, '')),
    );
  const linksOf = (page: string): string[] =>
    [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !link.startsWith('README'));
  const inlineOf = (page: string): string[] => [...textOf(page).matchAll(/`npm [^`]+`/g)].map(([command]) => command);
  expect(commandsOf('README.md').length).toBeGreaterThan(10);
  expect(commandsOf('README.zh-CN.md')).toEqual(commandsOf('README.md'));
  expect(linksOf('README.zh-CN.md')).toEqual(linksOf('README.md'));
  expect(inlineOf('README.zh-CN.md').sort()).toEqual(inlineOf('README.md').sort());
});
