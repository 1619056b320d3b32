import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DistrictDataError, readDistrict } from '#infra/district/read-district.ts';

let parent: string;

/** Gives each test of a file a copy of the example district, in which it plants its mistakes. */
export const withPlantedDistrict = (): void => {
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'district-'));
    // Without what sorts matters: that belongs to the very words of the categories, which these tests change.
    const filter = (file: string): boolean => !/sorting/.test(basename(file));
    cpSync('config/example', plantedFolder(), { recursive: true, filter });
  });
  afterEach(() => rmSync(parent, { recursive: true }));
};

/** Where that copy is. */
export const plantedFolder = (): string => join(parent, 'example');

/** Replaces a text that must be there, and answers the line on which it stood. */
export const plant = (file: string, from: string, to: string): number => {
  const text = readFileSync(join(plantedFolder(), file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(plantedFolder(), file), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
};

/** Adds a line at the end of a file, and answers which one that is. */
export const append = (file: string, line: string): number => {
  const text = readFileSync(join(plantedFolder(), file), 'utf8');
  writeFileSync(join(plantedFolder(), file), `${text}${line}\n`);
  return text.split('\n').length;
};

/** What readDistrict says of the planted folder, its own path left out. */
export const problems = (): string[] => {
  try {
    readDistrict(plantedFolder());
  } catch (error) {
    if (error instanceof DistrictDataError) return error.problems.map((problem) => problem.replace(`${plantedFolder()}/`, ''));
    throw error;
  }
  return [];
};

/** Replaces `from` by `to` in a file; the problem is on that line, or `below` it. */
export type Mistake = [name: string, file: string, from: string, to: string, problem: string, below?: number];

/** Each mistake is told with its file, its line and what to do. */
export const areTold = (mistakes: Mistake[]): void => {
  it.each(mistakes)('%s', (_, file, from, to, problem, below = 0) => {
    const line = plant(file, from, to) + below;
    expect(problems()).toContain(`${file}:${line}: ${problem}`);
  });
};
