import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Name } from '#domain/district/names.ts';
import { OFFSETS, Offset } from '#domain/district/offsets.ts';
import { areTold, type Mistake, plant, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

const NO_OFFSET = 'utcOffset should be an offset from UTC that some place has, like "+08:00"';
const CALLED = 'is called "Public Works" already; give this one another name';

const names: Mistake[] = [
  [
    'a blank name',
    'departments.yaml',
    'name: Public Works',
    'name: "   "',
    'name should have at least 1 character(s), but is "   "',
  ],
  [
    'a name of a letter that shows nothing',
    'areas.yaml',
    'Hilltop,',
    '"\u3164",',
    'name should have a letter or a digit that can be seen',
  ],
  ['a name of signs alone', 'areas.yaml', 'Hilltop,', '"——",', 'name should have a letter or a digit that can be seen'],
  [
    'a sign in a name that can not be seen',
    'areas.yaml',
    'Hilltop,',
    '"Hill\u200btop",',
    'name has a sign that can not be seen; remove it',
  ],
  [
    'two departments of one name',
    'departments.yaml',
    'name: Volunteers and Mediation',
    'name: Public Works',
    `the department "works" ${CALLED}`,
  ],
  [
    'two departments whose names look the same',
    'departments.yaml',
    'name: Volunteers and Mediation',
    'name: "ｐublic  WORKS"',
    `the department "works" ${CALLED}`,
  ],
  [
    'two units of one name in a department',
    'departments.yaml',
    'name: Riverside Crew',
    'name: Central Depot',
    'the unit "works-depot" is called "Central Depot" already; give this one another name',
  ],
  [
    'two categories of one name below one parent',
    'categories.yaml',
    'name: Roads',
    'name: WATER',
    'the category "water" is called "Water" already; give this one another name',
  ],
  [
    'two categories of one name in the other language',
    'categories.yaml',
    'translated: 道路',
    'translated: 供 水',
    'the category "water" is called "供水" already; give this one another name',
  ],
  [
    'two areas whose names look the same',
    'areas.yaml',
    'name: Hilltop,',
    'name: "Ｎorthgate",',
    'the town "northgate" is called "Ｎorthgate" already, and callers could not tell the two apart; change or remove one',
  ],
];

const contradictions: Mistake[] = [
  ['an offset that no place has', 'district.yaml', '"+08:00"', '"+80:00"', NO_OFFSET],
  ['an offset that is nearly one', 'district.yaml', '"+08:00"', '"+08:15"', NO_OFFSET],
  [
    'a limit in days to accept that is not shorter than one to handle',
    'limits.yaml',
    'inquiry: { workingDays: 1 }',
    'inquiry: { workingHours: 2 }',
    '2 working hour(s) to handle can end before the 2 working hour(s) to accept; make this longer or "accept" shorter',
  ],
  [
    'a default that is shorter than the time to accept',
    'limits.yaml',
    'default: { workingDays: 5 }',
    'default: { workingHours: 1.5 }',
    '1.5 working hour(s) to handle can end before the 2 working hour(s) to accept; make this longer or "accept" shorter',
  ],
  [
    'a limit of a category that is shorter than the time to accept',
    'limits.yaml',
    'urgent:',
    '  byCategory: { water: { workingHours: 1 } }\nurgent:',
    '1 working hour(s) to handle can end before the 2 working hour(s) to accept; make this longer or "accept" shorter',
  ],
  [
    'danger that is to be handled before it is accepted',
    'limits.yaml',
    'handleMinutes: 120',
    'handleMinutes: 15',
    '15 minutes to handle end no later than the 15 minutes to accept; make handleMinutes longer or acceptMinutes shorter',
  ],
  [
    'danger that may wait for years',
    'limits.yaml',
    'handleMinutes: 120',
    'handleMinutes: 90000000000',
    'handleMinutes should be at most 10080, but is 90000000000',
  ],
  [
    'duty from an hour to the same hour',
    'duty.yaml',
    'from: "17:00", to: "09:00"',
    'from: "09:00", to: "09:00"',
    '"Night engineer" never has duty: from 09:00 to 09:00 is no time; give it other hours, or none for the whole day',
  ],
  [
    'one telephone twice at one time',
    'duty.yaml',
    '"+8610000000202"',
    '"+8610000000201"',
    '+8610000000201 is rung for "Duty engineer" at the same time already; remove one of the two or change its hours',
  ],
  [
    'a condition that stands twice',
    'routing.yaml',
    'kinds: [service, dispute]',
    'kinds: [service, dispute, service]',
    '"service" stands there twice; remove one of the two',
  ],
  [
    'a rule that is called as if it were none',
    'routing.yaml',
    'id: volunteering',
    'id: by-hand',
    '"by-hand" can not be the id of a rule: it has a meaning already; give it another id',
  ],
  [
    'a department that is called as the desk',
    'departments.yaml',
    '  - id: community',
    '  - id: desk',
    '"desk" can not be the id of a department: it has a meaning already; give it another id',
  ],
  [
    'a key that every object knows',
    'limits.yaml',
    'urgent:',
    '  byCategory: { __proto__: { workingHours: 1 } }\nurgent:',
    'unknown field "__proto__"; correct its spelling or remove it',
  ],
];

describe('names', () => {
  areTold(names);

  it('are read without blanks around them, and may have whatever else can be seen', () => {
    expect(Name.parse('  区供水服务中心 ')).toBe('区供水服务中心');
    for (const name of ['G20', '第1网格（东）', "St. John's", 'Ärzte & Co.', '葛\u{e0100}城'])
      expect(Name.parse(name)).toBe(name);
  });

  it('of units in two departments and of categories below two parents may be the same', () => {
    plant('departments.yaml', 'name: Service Hall', 'name: Central Depot');
    plant('categories.yaml', 'name: Volunteering', 'name: Water');
    expect(problems()).toEqual([]);
  });
});

describe('what contradicts itself', () => {
  areTold(contradictions);

  it('in limits of kinds that no ticket has is told as such, and its length does not matter', () => {
    const all = ['general', 'works', 'volunteering', 'benefits'].map((id) => `${id}: { workingDays: 3 }`).join(', ');
    plant('limits.yaml', 'default: { workingDays: 5 }', 'default: { workingHours: 1 }');
    const line = plant('limits.yaml', 'inquiry: { workingDays: 1 }', 'inquiry: { workingHours: 1 }');
    plant('limits.yaml', 'urgent:', `  byCategory: { ${all} }\nurgent:`);
    const unused = 'no ticket ever has this limit: each category has one of its own; remove it';
    expect(problems()).toEqual([0, 1, 2].map((below) => `limits.yaml:${line + below}: ${unused}`));
  });

  it('is asked of days and hours by the longest and the shortest time that they can be', () => {
    // Seven working hours a day: opened in the morning, three days are 28 hours; opened at night, 21.
    plant('limits.yaml', 'accept: { workingHours: 2 }', 'accept: { workingDays: 3 }');
    plant('limits.yaml', 'inquiry: { workingDays: 1 }', 'inquiry: { workingHours: 28.5 }');
    expect(problems()).toEqual([]);
    plant('limits.yaml', 'workingHours: 28.5', 'workingHours: 28');
    expect(problems()).toHaveLength(1);
    plant('limits.yaml', 'accept: { workingDays: 3 }', 'accept: { workingHours: 20.5 }');
    plant('limits.yaml', 'workingHours: 28', 'workingDays: 3');
    expect(problems()).toEqual([]);
    plant('limits.yaml', 'workingHours: 20.5', 'workingHours: 21');
    expect(problems()).toHaveLength(1);
  });

  it('several are told at once', () => {
    plant('district.yaml', '"+08:00"', '"+80:00"');
    plant('departments.yaml', 'name: Public Works', 'name: "   "');
    plant('limits.yaml', 'workingDays: 1 }', 'workingHours: 1 }');
    plant('duty.yaml', 'from: "17:00", to: "09:00"', 'from: "24:00", to: "00:00"');
    expect(problems().map((one) => one.split(':')[0])).toEqual(['district.yaml', 'departments.yaml', 'limits.yaml', 'duty.yaml']);
  });
});

describe('offsets', () => {
  it('are those that some place has', () => {
    const used = Intl.supportedValuesOf('timeZone').flatMap((timeZone) =>
      ['2026-01-15', '2026-07-15'].map((day) => {
        const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(new Date(day));
        return parts
          .find(({ type }) => type === 'timeZoneName')
          ?.value.replace(/^GMT$/, 'GMT+00:00')
          .replace('GMT', '');
      }),
    );
    for (const offset of used) expect(OFFSETS).toContain(offset);
    // Ships have one that no land has.
    expect([...OFFSETS].filter((offset) => !used.includes(offset))).toEqual(['-12:00']);
  });

  it('are nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 0, max: 99 }), (hours, minutes) => {
        const text = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(Offset.safeParse(text).success).toBe(OFFSETS.has(text));
      }),
    );
  });
});
