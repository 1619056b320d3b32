import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { files, sources } from './tracked-files.ts';

const entries = (folder: string): string[] => readdirSync(folder).sort();

/** Whether a folder in functions/ serves the operations of an audience, a file each. */
const isAudience = (name: string): boolean => name.endsWith('-api');

const DRAWER = /(^|\/)(utils?|helpers?|common|misc|managers?|services?)(\.ts|\/)/;

describe('the tree says what is in it', () => {
  it('has no drawers', () => {
    expect(DRAWER.test('shared/utils/x.ts')).toBe(true);
    expect(files.filter((file) => DRAWER.test(file))).toEqual([]);
  });

  it('has one folder and one construct for each function', () => {
    const functions = entries('functions');
    expect(functions.length).toBeGreaterThan(0);
    expect(
      entries('infra/functions')
        .map((file) => file.replace(/\.ts$/, ''))
        .sort(),
    ).toEqual(functions);
  });

  it('has one folder of events for each operation and for each function that is no API', () => {
    const operationNames = operations.map(({ name }) => name);
    const alone = entries('functions').filter((name) => !isAudience(name));
    // What the samples begin with, who is in them, and what the whole hotline plays is no function's.
    const ofAll = ['bases', 'people.json', 'sample-day', 'voice'];
    expect(entries('events')).toEqual([...ofAll, ...operationNames, ...alone].sort());
  });

  it.each(readdirSync('functions').filter((name) => !isAudience(name)))('functions/%s is env, handler and index', (name) => {
    expect(entries(`functions/${name}`)).toEqual(['env.ts', 'handler.ts', 'index.ts']);
  });

  it('reads the environment nowhere but in composition roots, the runtime, and what runs outside of Lambda', () => {
    const outside =
      /^(functions\/[^/]+\/index\.ts|shared\/runtime\/|infra\/|local\/|scripts\/|simulator\/|examples\/|test\/|vitest\.config)/;
    const reading = sources.filter((file) => !outside.test(file) && readFileSync(file, 'utf8').includes('process.env'));
    expect(reading).toEqual([]);
  });

  it('keeps the clock and chance out of the domain, the contracts, the channels and the use cases', () => {
    const pure = sources.filter((file) => /^shared\/(domain|contracts|channels|use-cases)\//.test(file));
    const impure = /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|console\./;
    expect(pure.filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('says where a thing lives: no import climbs, and what stands in another folder is named by its room', () => {
    const climbing = files
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => /(from |import\(|import )'\.\.\//.test(readFileSync(file, 'utf8')));
    expect(climbing).toEqual([]);
  });

  it('has no re-export barrels', () => {
    const barrels = sources.filter((file) => /^export \* from/m.test(readFileSync(file, 'utf8')));
    expect(barrels).toEqual([]);
  });
});
