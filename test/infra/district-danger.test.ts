import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, examplesHash, MODEL } from '#infra/district/danger-model.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { areTold, type Mistake, plant, plantedFolder, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const references: Mistake[] = [
  [
    'a danger for all others that is not there',
    'danger.yaml',
    'otherwise: violence',
    'otherwise: war',
    'there is no danger "war"; add it to this file or use one of those',
  ],
  [
    'a danger of self-harm that is not there',
    'danger.yaml',
    'danger: injury',
    'danger: harm',
    'there is no danger "harm"; add it to this file or use one of those',
  ],
  [
    'a kind of words that is not there',
    'danger.yaml',
    'words: [on fire,',
    'together: [house + burns], words: [on fire,',
    'there is no kind "house"; correct its spelling or add it to kinds',
  ],
  ['an unknown cue', 'danger.yaml', '  past:', '  passed:', 'unknown field "passed"; correct its spelling or remove it'],
  [
    'a doubt that is a word of another danger',
    'danger.yaml',
    'words: [gas leak,',
    'doubts: [flames], words: [gas leak,',
    '"flames" is a word of the danger "fire" already; remove one of the two',
  ],
];

describe('words of danger that speak of something that is not there', () => areTold(references));

describe('a model of danger', () => {
  const examples = 'text\tregister\tlabel\nfire\tspoken\tdanger\n';
  const one = { danger: 2, doubt: 1, unsure: 0 };
  const thresholds = { chinese: one, spelt: one };
  const model = (hash: string) => ({
    examples: hash,
    bias: 0,
    thresholds: { spoken: thresholds, written: thresholds },
    weights: {},
    marks: {},
  });
  const write = (name: string, text: string): void => {
    mkdirSync(join(plantedFolder(), 'danger'), { recursive: true });
    writeFileSync(join(plantedFolder(), name), text);
  };

  it('belongs to the examples that it was trained from', () => {
    write(EXAMPLES, examples);
    expect(problems()).toEqual([`${MODEL}:1: the examples of danger have no model yet; run npm run train-danger`]);
    write(MODEL, JSON.stringify(model(examplesHash([examples], {}))));
    expect(problems()).toEqual([]);
    expect(readDistrict(plantedFolder()).district.danger.model).toBeDefined();
    write(EXAMPLES, `${examples}flood\tspoken\tdanger\n`);
    const stale = `${MODEL}:1: it was trained from other examples, or other words of the kind "person"; run npm run train-danger`;
    expect(problems()).toEqual([stale]);
    write(EXAMPLES, examples);
    plant('danger.yaml', 'otherwise:', 'kinds: { person: [somebody] }\notherwise:');
    expect(problems()).toEqual([stale]);
  });

  it('is refused when it is none, or when its examples are gone', () => {
    write(MODEL, '{"weights":');
    expect(problems()).toEqual([
      `${EXAMPLES}:1: there are no examples that ${MODEL} was trained from; write them, or remove ${MODEL}`,
    ]);
    write(EXAMPLES, examples);
    expect(problems()).toEqual([`${MODEL}:1: this is no model of danger; run npm run train-danger`]);
  });

  it('of Linzi is small enough to be shipped with every function', () => {
    expect(Buffer.byteLength(readFileSync(join('config/linzi', MODEL)))).toBeLessThanOrEqual(60 * 1024);
  });
});
