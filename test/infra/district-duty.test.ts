import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { District } from '#domain/district/district.ts';
import { warnWithoutDuty } from '#infra/constructs/duty-warning.ts';
import { buildApp, districtNamed } from '#infra/hotline-app.ts';
import { areTold, type Mistake, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const mistakes: Mistake[] = [
  [
    'a department that is not there',
    'duty.yaml',
    '  works:',
    '  roads:',
    'there is no department "roads"; add it to departments.yaml or use one of those',
  ],
  [
    'two of one name in one ladder',
    'duty.yaml',
    'name: Night engineer',
    'name: Duty engineer',
    '"Duty engineer" is there already; give this one another name or remove it',
  ],
  [
    'a number without its country',
    'duty.yaml',
    '"+8610000000203"',
    '"10000000203"',
    'phone is "10000000203" but should be a number with its country code like "+8653371234567"',
  ],
  [
    'a number that nobody can have',
    'duty.yaml',
    '"+8610000000203"',
    '"+86105"',
    'phone is "+86105" but should be a number with its country code like "+8653371234567"',
  ],
  [
    'a number that nobody has',
    'duty.yaml',
    '"+8610000000203"',
    '"+867123456"',
    '"+867123456" is no telephone number; correct it',
  ],
  [
    'a trunk 0 behind the country code',
    'duty.yaml',
    '"+8610000000204"',
    '"+8605337181890"',
    '"+8605337181890" is written "+865337181890"; correct it',
  ],
  [
    'a number abroad',
    'duty.yaml',
    '"+8610000000201"',
    '"+12025550101"',
    '"+12025550101" is not rung: give a mobile number or a landline of a country that "telephone" names',
  ],
  [
    'an area code that no landline has',
    'district.yaml',
    'areaCode: "533"',
    'areaCode: "600"',
    'no landline of CN has the area code "600"; correct it or leave it out',
  ],
  [
    'a country that is not known',
    'district.yaml',
    'country: CN',
    'country: XX',
    'country is "XX" but should be one of "CN", "HK", "MO", "TW", "KR", "JP", "US"',
  ],
  [
    'hours that never end',
    'duty.yaml',
    'from: "17:00", to: "09:00"',
    'from: "17:00"',
    'works[1] should have both "from" and "to", or neither',
  ],
  [
    'no time between two steps',
    'duty.yaml',
    'minutesBetweenSteps: 5',
    'minutesBetweenSteps: 0',
    'minutesBetweenSteps should be at least 1, but is 0',
  ],
  [
    'so few calls an hour that one reporter could take them all',
    'duty.yaml',
    'minutesBetweenSteps: 5',
    'mostRingsAnHour: 4\nminutesBetweenSteps: 5',
    'mostRingsAnHour should be at least 8, but is 4',
  ],
];

describe('duty numbers', () => {
  areTold(mistakes);
  it('of both districts are read', () => {
    expect(problems()).toEqual([]);
    for (const name of ['linzi', 'example']) expect(districtNamed(name).duty.district.length).toBeGreaterThan(0);
  });
});

describe('a district without duty numbers', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'duty-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const example = districtNamed('example');
  const warningsAt = ({ node }: Stack): string[] =>
    node.metadata.filter(({ type }) => type === 'aws:cdk:warning').map(({ data }) => String(data));
  const RINGS = { phoneAccount: 'AC0123456789abcdef0123456789abcdef', callerId: '+8653381890' };
  const warningsOf = (duty: Partial<District['duty']>, stage: Parameters<typeof warnWithoutDuty>[2] = RINGS): string[] => {
    const stack = new Stack(new App({ outdir: folder }), 'stack');
    warnWithoutDuty(stack, { ...example, duty: { ...example.duty, ...duty } }, stage);
    return warningsAt(stack);
  };

  it('is warned of at synth, by what is missing', () => {
    expect(warningsOf({})).toEqual([]);
    const [departments, district, ...others] = warningsOf({ district: [] });
    expect(departments).toContain('urgent matters of community, front-desk: neither they nor the district have a duty number');
    expect(district).toContain('the district has no duty number; add one to config/example/duty.yaml and deploy');
    expect(others).toEqual([]);
    expect(warningsOf({ desk: undefined })).toEqual([expect.stringContaining('the desk has no duty number')]);
    // The district's numbers do for all departments.
    expect(warningsOf({ departments: {} })).toEqual([]);
  });

  it('or without an account that rings them, is warned of that nobody is rung', () => {
    expect(warningsOf({}, {})).toEqual([
      expect.stringContaining('Nobody is rung at the duty numbers: the deployment has no phone account'),
    ]);
    // Who has no numbers is told that first.
    expect(warningsOf({ departments: {}, district: [], desk: undefined }, {}).join()).not.toContain('phone account');
  });

  it('is looked at whenever the app is built', () => {
    const duty = { minutesBetweenSteps: 5, departments: {}, district: [] };
    const { data } = buildApp({ district: 'example' }, { outdir: folder, district: { ...example, duty }, stackTraces: false });
    expect(warningsAt(data).filter((text) => text.includes('duty'))).toHaveLength(3);
    const numbered = buildApp({ district: 'example' }, { outdir: folder, district: example, stackTraces: false });
    expect(warningsAt(numbered.data).filter((text) => text.includes('no phone account'))).toHaveLength(1);
  });
});
