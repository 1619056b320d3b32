import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { departmentOfGroup } from '../../infra/district/people.ts';
import { DistrictDataError, readDistrict } from '../../infra/district/read-district.ts';
import { chooseDepartment, chooseUnit } from '../../shared/domain/routing.ts';
import { TicketKind } from '../../shared/domain/ticket-words.ts';

let folder: string;
let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'district-'));
  folder = join(parent, 'example');
  cpSync('config/example', folder, { recursive: true });
});
afterEach(() => rmSync(parent, { recursive: true }));

/** Replaces a text that must be there, and answers the line on which it stood. */
const plant = (file: string, from: string, to: string): number => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
  return text.slice(0, text.indexOf(from)).split('\n').length;
};
const append = (file: string, line: string): number => {
  const text = readFileSync(join(folder, file), 'utf8');
  writeFileSync(join(folder, file), `${text}${line}\n`);
  return text.split('\n').length;
};

/** What readDistrict says of the planted folder, its own path left out. */
const problems = (): string[] => {
  try {
    readDistrict(folder);
  } catch (error) {
    if (error instanceof DistrictDataError) return error.problems.map((problem) => problem.replace(`${folder}/`, ''));
    throw error;
  }
  return [];
};

describe.each(readdirSync('config', { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
  'config/$name',
  ({ name }) => {
    const read = (): ReturnType<typeof readDistrict> => readDistrict(join('config', name));

    it('is read without a complaint', () => expect(read().district.id).toBe(name));

    it('routes every place, category and kind to a department and one of its units', () => {
      const { district } = read();
      for (const { id: area } of district.areas) {
        for (const { id: category } of district.categories) {
          for (const kind of TicketKind.options) {
            const { department: id } = chooseDepartment(district, { area, category, kind });
            const department = district.departments.find((candidate) => candidate.id === id);
            expect(department && chooseUnit(department, district, area)).toBeTruthy();
          }
        }
      }
    });

    it('has sample people for every role and department', () => {
      const { district, people } = read();
      const groups = people.flatMap((person) => person.groups);
      expect(groups.filter((group) => group === 'resident').length).toBeGreaterThanOrEqual(2);
      expect(groups).toEqual(expect.arrayContaining(['agent', 'supervisor']));
      expect(new Set(groups.flatMap((group) => departmentOfGroup(group) ?? []))).toEqual(
        new Set(district.departments.map(({ id }) => id)),
      );
    });
  },
);

describe('config/linzi', () => {
  it('has the district and its 12 towns and subdistricts', () => {
    const { areas } = readDistrict('config/linzi').district;
    expect(areas.filter(({ level }) => level === 'town').map(({ name }) => name)).toEqual([
      ...['闻韶街道', '雪宫街道', '辛店街道', '稷下街道', '齐陵街道'],
      ...['齐都镇', '皇城镇', '敬仲镇', '朱台镇', '金岭回族镇', '凤凰镇', '金山镇'],
    ]);
  });

  it('sends orders to the volunteers and disputes to the mediators, whatever they are about', () => {
    const { district } = readDistrict('config/linzi');
    const matter = { category: 'water-leak', area: 'xuegong-linyuan-1' };
    expect(chooseDepartment(district, { ...matter, kind: 'service' }).department).toBe('volunteers');
    expect(chooseDepartment(district, { ...matter, kind: 'dispute' }).department).toBe('mediation');
    expect(chooseDepartment(district, { ...matter, kind: 'help' })).toEqual({ department: 'water', rule: 'water' });
  });
});

/** Replaces `from` by `to` in a file; the problem is on that line, or `below` it. */
type Mistake = [name: string, file: string, from: string, to: string, problem: string, below?: number];

const mistakes: Mistake[] = [
  [
    'an unknown field',
    'areas.yaml',
    'name: Northgate,',
    'name: Northgate, colour: red,',
    'unknown field "colour"; correct its spelling or remove it',
  ],
  [
    'an unknown field at the top',
    'categories.yaml',
    'generalCategory: general',
    'color: 1\ngeneralCategory: general',
    'unknown field "color"; correct its spelling or remove it',
  ],
  ['a missing field', 'areas.yaml', '  - { id: northgate, name: Northgate,', '  - { id: northgate,', 'name is missing; add it'],
  ['a missing field at the top', 'district.yaml', 'letters: EX', '# letters: EX', 'letters is missing; add it', -1],
  [
    'a number without quotes',
    'district.yaml',
    'hotline: "81890"',
    'hotline: 81890',
    'hotline should be a text, not 81890; put it in double quotes',
  ],
  ['an empty value', 'district.yaml', 'name: Example District', 'name:', 'name is empty; it should be a text'],
  ['an empty text', 'district.yaml', 'name: Example District', 'name: ""', 'name should have at least 1 character(s), but is ""'],
  [
    'a wrong word',
    'areas.yaml',
    'level: town',
    'level: twon',
    'level is "twon" but should be one of "district", "town", "community", "grid"',
  ],
  ['a wrong form', 'calendar.yaml', '"09:00"', '"9:00"', 'from is "9:00" but should be a time of day like 08:30'],
  [
    'a wrong form in a list',
    'people.yaml',
    '[agent]',
    '[agents]',
    'groups[0] is "agents" but should be resident, agent, supervisor or department:<id of a department>',
  ],
  ['too great a number', 'district.yaml', 'Stars: 3', 'Stars: 6', 'satisfiedFromStars should be at most 5, but is 6'],
  ['too small a number', 'limits.yaml', 'acceptMinutes: 15', 'acceptMinutes: 0', 'acceptMinutes should be more than 0, but is 0'],
  ['a fraction', 'limits.yaml', 'acceptMinutes: 15', 'acceptMinutes: 1.5', 'acceptMinutes should be a whole number, not 1.5'],
  [
    'a limit in no known measure',
    'limits.yaml',
    '{ workingHours: 2 }',
    '{ hours: 2 }',
    'accept should have workingDays or workingHours, and nothing else',
  ],
  [
    'a limit out of bounds',
    'limits.yaml',
    'workingDays: 10',
    'workingDays: 400',
    'workingDays should be at most 250, but is 400',
  ],
  ['an unknown kind', 'limits.yaml', 'inquiry:', 'inqiry:', 'unknown field "inqiry"; correct its spelling or remove it'],
  ['a list that is none', 'routing.yaml', 'kinds: [service, dispute]', 'kinds: service', 'kinds should be a list, not service'],
  ['an empty list', 'departments.yaml', '[riverside]', '[]', 'areas should have at least 1 entry(s), but is []'],
  [
    'an impossible id',
    'limits.yaml',
    'urgent:',
    '  byCategory: { Water: { workingHours: 1 } }\nurgent:',
    '"Water" should be lower-case letters, digits and hyphens, beginning with a letter, at most 40',
  ],
  [
    'a key that stands twice',
    'district.yaml',
    'language: en',
    'language: en\nletters: EY',
    'this key stands twice in the same place; remove one of them',
    1,
  ],
  [
    'a reference to no anchor',
    'district.yaml',
    'Example District',
    '*star',
    '*star refers to nothing; put the text in double quotes',
  ],
  [
    'another id than the folder',
    'district.yaml',
    'id: example',
    'id: sample',
    'the id is "sample" but the folder is "example"; give both the same name',
  ],

  [
    'hours that end before they begin',
    'calendar.yaml',
    '  - { from: "13:00"',
    '  - { from: "18:00"',
    'the working hours 18:00–17:00 end before they begin; let "from" be earlier than "to"',
  ],
  [
    'hours that overlap',
    'calendar.yaml',
    '  - { from: "13:00"',
    '  - { from: "11:00"',
    '11:00–17:00 overlaps or stands below a later 09:00–12:00; write the hours in order, each beginning when the one above has ended',
  ],

  [
    'an area that is there twice',
    'areas.yaml',
    'id: northgate-mill-2',
    'id: northgate-mill-1',
    'the area "northgate-mill-1" is there already; give this one another id or remove it',
  ],
  [
    'an unknown parent of an area',
    'areas.yaml',
    'parent: riverside-quay',
    'parent: riverside-key',
    'there is no area "riverside-key"; add it to this file or use one of those',
  ],
  [
    'a town without a district',
    'areas.yaml',
    '  - { id: hilltop, name: Hilltop, level: town, parent: example }',
    '  - { id: hilltop, name: Hilltop, level: town }',
    'the town "hilltop" has no parent; name the district that it is in',
  ],
  [
    'a grid in a town',
    'areas.yaml',
    'level: grid, parent: riverside-quay',
    'level: grid, parent: riverside',
    'the grid "riverside-quay-1" stands below the town "riverside"; its parent must be a community',
  ],
  [
    'no district',
    'areas.yaml',
    'areas:',
    'areas:\n  - { id: lone, name: Lone, level: town }\nx:',
    'there is no area of level district; add one, the others stand below it',
  ],
  [
    'a second district',
    'areas.yaml',
    '  - { id: hilltop,',
    '  - { id: other, name: Other, level: district }\n  - { id: hilltop,',
    '"other" is a second area of level district; only one may stand above all others',
  ],
  [
    'a district with a parent',
    'areas.yaml',
    'level: district',
    'level: district, parent: hilltop',
    'the district "example" has a parent; remove it',
  ],

  [
    'a category that is there twice',
    'categories.yaml',
    'id: garbage',
    'id: roads',
    'the category "roads" is there already; give this one another id or remove it',
  ],
  [
    'an unknown parent of a category',
    'categories.yaml',
    'name: Water, parent: works',
    'name: Water, parent: work',
    'there is no category "work"; add it to this file or use one of those',
  ],
  [
    'categories in a circle',
    'categories.yaml',
    'name: Streets and supply',
    'name: Streets and supply, parent: water',
    'the parents go round in a circle (works → water → works); give one of them another parent',
  ],
  [
    'a category below itself',
    'categories.yaml',
    'name: Volunteering',
    'name: Volunteering, parent: volunteering',
    'the parents go round in a circle (volunteering → volunteering); give one of them another parent',
  ],
  [
    'an unknown general category',
    'categories.yaml',
    'generalCategory: general',
    'generalCategory: misc',
    'there is no category "misc"; add it to this file or use one of those',
  ],

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
    10,
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
    'there is no department "work"; add it to departments.yaml or use one of those',
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
    'a person of an unknown department',
    'people.yaml',
    'department:works',
    'department:work',
    'there is no department "work"; add it to departments.yaml or use one of those',
  ],
];

describe('a mistake is told with file, line and what to do', () => {
  it.each(mistakes)('%s', (_, file, from, to, problem, below = 0) => {
    const line = plant(file, from, to) + below;
    expect(problems()).toContain(`${file}:${line}: ${problem}`);
  });

  it('finds nothing wrong before anything is planted', () => expect(problems()).toEqual([]));

  it('what is not YAML', () => {
    const line = plant('routing.yaml', 'when: { kinds: [service, dispute] }', 'when: { kinds: [service, dispute }');
    expect(problems()[0]).toMatch(
      new RegExp(`^routing.yaml:${line}: not YAML: .+; put a text with special characters in double quotes$`),
    );
  });

  it('a file that is missing or empty, a file that nobody reads, a folder that is not there', () => {
    rmSync(join(folder, 'areas.yaml'));
    writeFileSync(join(folder, 'limits.yaml'), '# nothing\n');
    writeFileSync(join(folder, 'route.yml'), '');
    const found = problems();
    expect(found).toHaveLength(3);
    expect(found[0]).toBe('areas.yaml:1: there is no such file; copy the one of config/example and change it');
    expect(found[1]).toBe('limits.yaml:1: the file is empty; it should be fields');
    expect(found[2]).toMatch(/^route.yml:1: nobody reads this file; the files of a district are district.yaml, /);
    expect(() => readDistrict('config/nowhere')).toThrow('config/nowhere: there is no such folder; copy config/example to it');
  });
});

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

it('an entry with a mistake is not also told as missing', () => {
  const district = plant('areas.yaml', 'level: district', 'level: distrct');
  const rule = plant('routing.yaml', 'when: {}', 'wen: {}');
  expect(problems()).toEqual([
    expect.stringContaining(`areas.yaml:${district}: level is "distrct"`),
    `routing.yaml:${rule}: when is missing; add it`,
    `routing.yaml:${rule}: unknown field "wen"; correct its spelling or remove it`,
  ]);
});

it('all mistakes are told at once, in the order of files and lines, and none twice', () => {
  plant('district.yaml', 'language: en', 'language: fr');
  plant('areas.yaml', 'level: town', 'level: twon');
  plant('departments.yaml', '[riverside]', '[riverbank]');
  plant('routing.yaml', 'department: front-desk', 'department: desk');
  plant('routing.yaml', 'categories: [works]', 'category: [works]');
  const person = append('people.yaml', '  - { id: ghost, name: Ghost, groups: ["department:ghosts"] }');
  const found = problems();
  expect(found.map((problem) => problem.split(':').slice(0, 2).join(':'))).toEqual([
    'district.yaml:6',
    'areas.yaml:5',
    'departments.yaml:7',
    'routing.yaml:5',
    'routing.yaml:6',
    `people.yaml:${person}`,
  ]);
  // The misspelt level does not make a stranger of the town for those who name it.
  expect(found.join()).not.toContain('no area "northgate"');
  expect(() => readDistrict(folder)).toThrow(/example has 6 problems:\n {2}.*district.yaml:6: language is "fr"/);
});
