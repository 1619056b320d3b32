import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { District } from '#domain/district/district.ts';
import { compileFunctions } from './compile.ts';
import { shippedFiles } from './shipped-district.ts';
import { shippedPages } from './shipped-pages.ts';

/** Gives the folder that holds a function's code, ready to be shipped. Throws for a name without a folder in functions/. */
export type Bundles = (name: string) => string;

/** Others read what is shipped: Lambda runs it as another user. Readable whatever the umask of the person who deploys. */
const READABLE_FOR_ALL = 0o022;

const withUmask = <T>(mask: number, use: () => T): T => {
  const before = process.umask(mask);
  try {
    return use();
  } finally {
    process.umask(before);
  }
};

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'hotline-bundles-'));

const bundlesIn = (root: string, district: District): Bundles => {
  const districtFiles = Object.entries(shippedFiles(district));
  return (name) => {
    const folder = join(root, name);
    if (existsSync(folder)) return folder;
    const compiled = compileFunctions().get(name);
    if (!compiled) {
      throw new Error(`functions/${name}/index.ts is missing: each construct in infra/functions/ ships the folder of its name.`);
    }
    mkdirSync(folder);
    for (const [file, code] of compiled.files) writeFileSync(join(folder, file), code);
    if (compiled.readsDistrict) {
      for (const [file, text] of districtFiles) writeFileSync(join(folder, file), text);
    }
    if (compiled.readsPages) writeFileSync(join(folder, 'pages.json'), JSON.stringify(shippedPages(district)));
    return folder;
  };
};

/**
 * Lends the functions' folders as they are shipped to a district: the code and, for those that read it, the district;
 * nothing else, no people. They are gone afterwards, since cdk has copied what it ships by then.
 */
export const withBundles = <T>(district: District, use: (bundles: Bundles) => T): T => {
  const root = newFolder();
  try {
    // Around all of it: cdk copies the folders with modes of its own.
    return withUmask(READABLE_FOR_ALL, () => use(bundlesIn(root, district)));
  } finally {
    rmSync(root, { recursive: true });
  }
};

/** The same folders for a program that needs them until it ends. */
export const bundlesFor = (district: District): Bundles => {
  const root = newFolder();
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  return bundlesIn(root, district);
};
