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

const cache = new Map<string, Bundles>();

/** Writes a folder for each function: its code and, if it reads it, the district. People and rules of other districts are not shipped. */
export const bundlesFor = (district: District): Bundles => {
  const json = JSON.stringify(district);
  const known = cache.get(json);
  if (known) return known;

  const folder = join(rootFolder(), String(cache.size));
  const folders = new Map(
    [...compileFunctions()].map(([name, { code, readsDistrict }]) => {
      const own = join(folder, name);
      mkdirSync(own, { recursive: true });
      writeFileSync(join(own, 'index.mjs'), code);
      if (readsDistrict) writeFileSync(join(own, 'district.json'), json);
      return [name, own];
    }),
  );
  const bundles: Bundles = (name) => {
    const found = folders.get(name);
    if (!found) throw new Error(`functions/${name}/index.ts is missing: each construct in infra/functions/ ships the folder of its name.`);
    return found;
  };
  cache.set(json, bundles);
  return bundles;
};
