import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TicketKind } from '#domain/district/kinds.ts';
import { chooseDepartment, chooseUnit } from '#domain/district/routing.ts';
import { areasAround } from '#domain/district/standing-ids.ts';
import { departmentOfGroup } from '#infra/district/people.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { append, plant, plantedFolder, problems, withPlantedDistrict } from './planted-district.ts';

withPlantedDistrict();

describe.each(readdirSync('config', { withFileTypes: true }).filter((entry) => entry.isDirectory()))(
  'config/$name',
  ({ name }) => {
    const read = (): ReturnType<typeof readDistrict> => readDistrict(join('config', name));

    it('is read without a complaint', () => expect(read().district.id).toBe(name));

    it('routes every place, category and kind to a department and one of its units', () => {
      const { district } = read();
      const named = new Set(district.routing.flatMap(({ when }) => when.areas ?? []));
      // Rules tell places apart by the areas that they name: one place of each kind stands for half a million matters.
      const keyOf = (area: string) =>
        areasAround(district, area)
          .filter((id) => named.has(id))
          .join();
      const places = new Map(district.areas.map(({ id }) => [keyOf(id), id]));
      for (const area of places.values()) {
        for (const { id: category } of district.categories) {
          for (const kind of TicketKind.options) {
            const { department } = chooseDepartment(district, { area, category, kind });
            expect(district.departments.map(({ id }) => id)).toContain(department);
          }
        }
      }
      const lost = district.departments.flatMap((one) =>
        district.areas.filter(({ id }) => !chooseUnit(one, district, id)).map(({ id }) => [one.id, id]),
      );
      expect(lost).toEqual([]);
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

it('finds nothing wrong before anything is planted', () => expect(problems()).toEqual([]));

it('a file that is missing or empty, a file that nobody reads, a folder that is not there', () => {
  rmSync(join(plantedFolder(), 'areas.yaml'));
  writeFileSync(join(plantedFolder(), 'limits.yaml'), '# nothing\n');
  writeFileSync(join(plantedFolder(), 'route.yml'), '');
  const found = problems();
  expect(found).toHaveLength(3);
  expect(found[0]).toBe('areas.yaml:1: there is no such file; copy the one of config/example and change it');
  expect(found[1]).toBe('limits.yaml:1: the file is empty; it should be fields');
  expect(found[2]).toMatch(/^route.yml:1: nobody reads this file; the files of a district are district.yaml, /);
  expect(() => readDistrict('config/nowhere')).toThrow('config/nowhere: there is no such folder; copy config/example to it');
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
  const person = append('people.yaml', '  - { id: ghost, name: Ghost, groups: ["department:ghosts"], phone: "+12025550199" }');
  const found = problems();
  expect(found.map((problem) => problem.split(':').slice(0, 2).join(':'))).toEqual([
    'district.yaml:6',
    'areas.yaml:5',
    'departments.yaml:8',
    'routing.yaml:5',
    'routing.yaml:6',
    `people.yaml:${person}`,
  ]);
  // The misspelt level does not make a stranger of the town for those who name it.
  expect(found.join()).not.toContain('no area "northgate"');
  expect(() => readDistrict(plantedFolder())).toThrow(/example has 6 problems:\n {2}.*district.yaml:6: language is "fr"/);
});
