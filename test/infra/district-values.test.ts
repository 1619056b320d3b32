import { describe, expect, it } from 'vitest';
import { areTold, type Mistake, plant, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const QUOTES = 'put a text with special characters in double quotes';
const FULL_WIDTH = 'write the colon as ":" and the comma as ",", each with a blank behind it, not as "：" and "，"';

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
];

describe('a value that is not as it should be', () => {
  areTold(mistakes);

  it('what is not YAML', () => {
    const line = plant('routing.yaml', 'when: { kinds: [service, dispute] }', 'when: { kinds: [service, dispute }');
    expect(problems()[0]).toMatch(
      new RegExp(`^routing.yaml:${line}: not YAML: .+; put a text with special characters in double quotes$`),
    );
  });

  it.each([
    ['a tab', 'letters: EX', 'letters:\n\tEX', 1, 'indent with blanks, not with a tab'],
    ['a full-width colon', 'letters: EX', 'letters：EX', 0, FULL_WIDTH],
    ['a full-width colon at the top', 'name: Example', 'name： Example', 0, FULL_WIDTH],
    ['a full-width comma', 'letters: EX', 'letters: { a: EX， b: EY }', 0, FULL_WIDTH],
    ['one in a text in quotes', 'letters: EX', 'letters: ["例：EX"', 1, QUOTES],
  ])('what is not YAML because of %s', (_, from, to, below, remedy) => {
    const line = plant('district.yaml', from, to) + below;
    const all = problems();
    expect(all.find((one) => one.startsWith(`district.yaml:${line}: not YAML: `))).toMatch(new RegExp(`; ${remedy}$`));
  });

  it('a field with a full-width colon that is YAML all the same', () => {
    const line = plant('areas.yaml', '{ id: northgate,', '{ id： northgate,');
    expect(problems()).toContain(`areas.yaml:${line}: unknown field "id： northgate"; ${FULL_WIDTH}`);
  });
});
