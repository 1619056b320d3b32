import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Every page that people read. */
export const pages: readonly string[] = [
  'README.md',
  'README.zh-CN.md',
  'AGENTS.md',
  'config/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

export const textOf = (page: string): string => readFileSync(page, 'utf8');

/** The anchors of a page, as GitHub makes them from headings. */
export const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Where the links of a text lead, as they are written. */
export const linksIn = (text: string): string[] => [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);

/** The file to which a link of a page leads, and the anchor there; nothing for another site. */
export const targetOf = (page: string, link: string): { file: string; anchor?: string } | undefined => {
  if (/^[a-z]+:/.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  return { file: path === '' ? page : join(dirname(page), path), ...(anchor !== undefined && { anchor }) };
};
