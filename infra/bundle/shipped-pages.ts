import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { PageFile, PageFiles } from '#contracts/pages/page-files.ts';
import { numbersToRing } from '#domain/district/danger/advice.ts';
import type { District } from '#domain/district/district.ts';
import { builtPages } from './built-pages.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** Throws for a file of a type that the pages have not had before: a browser refuses a guess. */
const typeOf = (name: string): string => {
  const type = TYPES[extname(name)];
  if (type) return type;
  throw new Error(`${name}: say in infra/bundle/shipped-pages.ts which type such a file has`);
};

/** Compressed here, once, as small as it goes. */
const pageFile = (name: string, content: Buffer): PageFile => ({
  type: typeOf(name),
  immutable: name.startsWith('assets/'),
  etag: `"${createHash('sha256').update(content).digest('hex').slice(0, 20)}"`,
  plain: content.toString('base64'),
  // The settings of the deployment are put into HTML when it is sent.
  ...(!name.endsWith('.html') && {
    gzip: gzipSync(content, { level: 9 }).toString('base64'),
    br: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).toString('base64'),
  }),
});

/** How each command is given, from which the pages draw its form. `npm run openapi` writes it. */
const actions = fileURLToPath(new URL('../../actions.json', import.meta.url));

let ofAll: Readonly<Record<string, PageFile>> | undefined;

/** The pages are the same for every district. */
const sameForAll = (): Readonly<Record<string, PageFile>> => {
  if (ofAll) return ofAll;
  const folder = builtPages();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  ofAll = Object.fromEntries(names.map((name) => [name, pageFile(name, readFileSync(join(folder, name)))]));
  return ofAll;
};

/** All that the function which serves the pages of a district is shipped with. */
export const shippedPages = (district: District): PageFiles => {
  const { id, name, translated, hotline, language, utcOffset } = district;
  return {
    settings: {
      district: { id, name, ...(translated !== undefined && { translated }), hotline, language, utcOffset },
      ...numbersToRing(district),
    },
    pageFiles: { ...sameForAll(), 'actions.json': pageFile('actions.json', readFileSync(actions)) },
  };
};
