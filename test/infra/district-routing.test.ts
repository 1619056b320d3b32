import { describe, expect, it } from 'vitest';
import { areTold, type Mistake, plant, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const mistakes: Mistake[] = [
  [
    'an unknown area of a unit',
    'departments.yaml',
    '[riverside]',
    '[riverbank]',
    'there is no area "riverbank"; add it to areas.yaml or use one of those',
  ],
  [
    'an area of two units',
    'departments.yaml',
    '[riverside]',
    '[riverside, example]',
    '"example" is covered by the unit "works-depot" already; remove it from one of the two',
  ],
  [
    'a department that is there twice',
    'departments.yaml',
    '  - id: community',
    '  - id: works',
    'the department "works" is there already; give this one another id or remove it',
  ],
  [
    'a unit that is there twice',
    'departments.yaml',
    'id: works-river',
    'id: front-desk-hall',
    'the unit "front-desk-hall" is there already; give this one another id or remove it',
    12,
  ],
  [
    'a department that leaves places uncovered',
    'departments.yaml',
    '      - { id: works-depot, name: Central Depot, areas: [example] }',
    '      - { id: works-depot, name: Central Depot, areas: [hilltop] }',
    'no unit of "works" covers the whole district; add "example" to the areas of the one that takes the rest',
    -1,
  ],
  [
    'an unknown category of a rule',
    'routing.yaml',
    'categories: [works]',
    'categories: [works, lamps]',
    'there is no category "lamps"; add it to categories.yaml or use one of those',
  ],
  [
    'an unknown area of a rule',
    'routing.yaml',
    'categories: [works]',
    'areas: [moon]',
    'there is no area "moon"; add it to areas.yaml or use one of those',
  ],
  [
    'an unknown department of a rule',
    'routing.yaml',
    'department: works',
    'department: work',
    'there is no department "work"; did you mean "works"? If not, add it to departments.yaml or use one of those',
  ],
  [
    'a rule that is there twice',
    'routing.yaml',
    'id: volunteering',
    'id: by-kind',
    'the rule "by-kind" is there already; give this one another id or remove it',
  ],
  [
    'a catch-all that is not the last',
    'routing.yaml',
    'when: { categories: [volunteering] }',
    'when: {}',
    '"volunteering" fits everything, so no rule below it is ever read; move it to the end or give it a condition',
  ],
  [
    'no catch-all',
    'routing.yaml',
    'when: {}',
    'when: { categories: [general] }',
    'the last rule, "everything-else", does not fit everything; add one below it with "when: {}" that names the department for all the rest',
  ],
  [
    'a limit for an unknown category',
    'limits.yaml',
    'urgent:',
    '  byCategory: { lamps: { workingHours: 1 } }\nurgent:',
    'there is no category "lamps"; add it to categories.yaml or use one of those',
  ],
  [
    'a person who is there twice',
    'people.yaml',
    'id: resident-bob',
    'id: resident-ann',
    'the person "resident-ann" is there already; give this one another id or remove it',
  ],
  [
    'a telephone by which two people would sign in',
    'people.yaml',
    '+12025550102',
    '+12025550101',
    '+12025550101 is the telephone of "resident-ann" already; give one another',
  ],
  [
    'a person of an unknown department',
    'people.yaml',
    'department:works',
    'department:work',
    'there is no department "work"; did you mean "works"? If not, add it to departments.yaml or use one of those',
  ],
];

describe('who does what, by when', () => areTold(mistakes));

describe('a rule that no matter reaches', () => {
  const afterKinds = '  - { id: volunteering,';
  const hidden = (rule: string, by: string): string =>
    `no matter ever reaches "${rule}": ${by} above it take all that it fits; move it up or remove it`;

  it.each([
    ['the same conditions', '{ kinds: [dispute, service] }', '"by-kind"'],
    ['fewer kinds', '{ kinds: [service] }', '"by-kind"'],
    ['a further condition', '{ kinds: [service], areas: [hilltop], categories: [water] }', '"by-kind"'],
  ])('%s', (_, when, by) => {
    const line = plant('routing.yaml', afterKinds, `  - { id: late, when: ${when}, department: works }\n${afterKinds}`);
    expect(problems()).toEqual([`routing.yaml:${line}: ${hidden('late', by)}`]);
  });

  it('a category below an earlier one, and what several earlier rules take together', () => {
    const everythingElse = '  - { id: everything-else,';
    const line = plant(
      'routing.yaml',
      everythingElse,
      [
        '  - { id: pipes, when: { categories: [water], areas: [hilltop-farm] }, department: works }',
        '  - { id: two-of-them, when: { categories: [roads, volunteering] }, department: works }',
        everythingElse,
      ].join('\n'),
    );
    expect(problems()).toEqual([
      `routing.yaml:${line}: ${hidden('pipes', '"by-kind", "works"')}`,
      `routing.yaml:${line + 1}: ${hidden('two-of-them', '"by-kind", "volunteering", "works"')}`,
    ]);
  });

  it('leaves alone what is only partly taken', () => {
    plant(
      'routing.yaml',
      afterKinds,
      [
        '  - { id: hill-pipes, when: { categories: [water], areas: [hilltop] }, department: works }',
        '  - { id: pipes, when: { categories: [water] }, department: works }',
        '  - { id: orders-and-help, when: { kinds: [service, help], areas: [riverside-quay] }, department: community }',
        '  - { id: by-the-river, when: { areas: [riverside] }, department: works }',
        afterKinds,
      ].join('\n'),
    );
    expect(problems()).toEqual([]);
  });
});
