import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { District } from '../../shared/domain/district.ts';
import { compileFunctions } from './compile.ts';

/** Gives the folder that holds a function's code, ready to be shipped. Throws for a name without a folder in functions/. */
export type Bundles = (name: string) => string;

let root: string | undefined;
const rootFolder = (): string => {
  if (root) return root;
  const made = mkdtempSync(join(tmpdir(), 'hotline-bundles-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  root = made;
  return made;
};

const written = new Map<string, ReadonlyMap<string, string>>();

/** Writes a folder for each function: its code and, if it reads it, the district. Nothing else is shipped, no people. */
const foldersFor = (district: District): ReadonlyMap<string, string> => {
  const json = JSON.stringify(district);
  const known = written.get(json);
  if (known) return known;
  const all = join(rootFolder(), String(written.size));
  const folders = new Map(
    [...compileFunctions()].map(([name, { code, readsDistrict }]) => {
      const folder = join(all, name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'index.mjs'), code);
      if (readsDistrict) writeFileSync(join(folder, 'district.json'), json);
      return [name, folder];
    }),
  );
  written.set(json, folders);
  return folders;
};

/** The functions as they are shipped to a district; compiled when the first is asked for. */
export const bundlesFor =
  (district: District): Bundles =>
  (name) => {
    const folder = foldersFor(district).get(name);
    if (folder) return folder;
    throw new Error(`functions/${name}/index.ts is missing: each construct in infra/functions/ ships the folder of its name.`);
  };
