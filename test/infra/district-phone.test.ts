import { describe, expect, it } from 'vitest';
import { areTold, type Mistake, plant, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const hours: Mistake[] = [
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
    'a desk that closes before it opens',
    'phone.yaml',
    '{ from: "09:00", to: "17:00" }',
    '{ from: "17:00", to: "09:00" }',
    'the working hours 17:00–09:00 end before they begin; let "from" be earlier than "to"',
  ],
  [
    'a desk that is open twice at once',
    'phone.yaml',
    '{ from: "09:00", to: "17:00" }',
    '{ from: "09:00", to: "12:00" }\n    - { from: "11:30", to: "17:00" }',
    '11:30–17:00 overlaps or stands below a later 09:00–12:00; write the hours in order, each beginning when the one above has ended',
    1,
  ],
];

const rules: Mistake[] = [
  ['an unknown rule', 'phone.yaml', 'tries: 3', 'attempts: 3', 'unknown field "attempts"; correct its spelling or remove it'],
  [
    'unknown days',
    'phone.yaml',
    'days: working-days',
    'days: weekdays',
    'days is "weekdays" but should be one of "every-day", "working-days"',
  ],
  ['too many tries', 'phone.yaml', 'tries: 3', 'tries: 6', 'tries should be at most 5, but is 6'],
  [
    'a number that nobody can ring',
    'danger.yaml',
    'emergencyNumber: "120"',
    'emergencyNumber: "none"',
    'emergencyNumber is "none" but should be an emergency number, digits only',
  ],
  [
    'a danger that is there twice',
    'danger.yaml',
    'id: gas',
    'id: fire',
    'the danger "fire" is there already; give this one another id or remove it',
  ],
  [
    'a danger without words',
    'danger.yaml',
    '[knife, robbery, robbed, beating, attacked]',
    '[]',
    'words should have at least 1 entry(s), but is []',
  ],
];

const words: Mistake[] = [
  [
    'a word of two dangers',
    'danger.yaml',
    '[bleeding,',
    '["On fire!",',
    '"On fire!" is a word of the danger "fire" already; remove one of the two',
  ],
  [
    'a word of a danger that stands twice',
    'danger.yaml',
    '[knife,',
    '[attacked, knife,',
    '"attacked" is a word of the danger "violence" already; remove one of the two',
  ],
  [
    'a word that has no sound',
    'danger.yaml',
    '[knife,',
    '["...", knife,',
    '"..." can\'t be heard; write a word with letters or remove it',
  ],
  [
    'a keyword that stands twice',
    'categories.yaml',
    '[water,',
    '[water, WATER,',
    'the keyword "WATER" stands in "water" already; remove one of the two',
  ],
  [
    'a topic of two categories',
    'categories.yaml',
    'topics: [bins not emptied,',
    'topics: ["No water!", bins not emptied,',
    'the topic "No water!" stands in "water" already; remove one of the two',
  ],
  [
    'a topic that stands twice in one category',
    'categories.yaml',
    'recycling,',
    'recycling, Recycling,',
    'the topic "Recycling" stands in "garbage" already; remove one of the two',
  ],
  [
    'two towns called the same',
    'areas.yaml',
    'name: Hilltop, level: town, parent: example',
    'name: Hilltop, level: town, parent: example, alsoCalled: [riverside]',
    'the town "riverside" is called "riverside" already, and callers could not tell the two apart; change or remove one',
  ],
  [
    'two towns called the same in the other language',
    'areas.yaml',
    'name: Hilltop, level: town, parent: example',
    'name: Hilltop, level: town, parent: example, translated: Riverside',
    'the town "riverside" is called "Riverside" already, and callers could not tell the two apart; change or remove one',
  ],
  [
    'two villages in different towns called the same',
    'areas.yaml',
    'name: Farm Village, level: community, parent: hilltop',
    'name: Farm Village, level: community, parent: hilltop, alsoCalled: [the quay]',
    'the community "riverside-quay" is called "the quay" already, and callers could not tell the two apart; change or remove one',
  ],
  [
    'two villages of one name in one town',
    'areas.yaml',
    '  - { id: hilltop-farm,',
    '  - { id: hilltop-barn, name: Farm Village, level: community, parent: hilltop }\n  - { id: hilltop-farm,',
    'the community "hilltop-barn" is called "Farm Village" already, and callers could not tell the two apart; change or remove one',
    1,
  ],
  [
    'two areas with one code',
    'areas.yaml',
    'name: Hilltop, level: town, parent: example',
    'name: Hilltop, code: "370305001000", level: town, parent: example }\n  - { id: valley, name: Valley, code: "370305001000", level: town, parent: example',
    'the area "hilltop" has the code "370305001000" already; correct one of the two',
    1,
  ],
  [
    'an area that is called its own name, too',
    'areas.yaml',
    'alsoCalled: [quay]',
    'alsoCalled: [the quay]',
    '"riverside-quay" is called "the quay" already; remove one of the two',
  ],
];

describe('hours that nobody can keep', () => areTold(hours));

describe("rules that the phone can't follow", () => areTold(rules));

describe('words that mean two things', () => {
  areTold(words);

  it('may stand in two categories, in an area and one within it, and be the name of villages in different towns', () => {
    plant('categories.yaml', '[road,', '[road, water,');
    plant('areas.yaml', 'alsoCalled: [quay]', 'alsoCalled: [quay, river town]');
    plant('areas.yaml', 'name: Farm Village', 'name: Mill Lane');
    expect(problems()).toEqual([]);
  });
});
