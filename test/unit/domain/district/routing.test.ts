import { describe, expect, it } from 'vitest';
import { District } from '#domain/district/district.ts';
import { chooseDepartment, chooseUnit } from '#domain/district/routing.ts';
import { lineage } from '#domain/district/tree.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

describe('the small district', () => {
  it('is one that could be deployed', () => expect(District.parse(smallDistrict)).toEqual(smallDistrict));
});

describe('a tree', () => {
  it('knows the way from an entry to its root', () => {
    expect(lineage(smallDistrict.areas, 'lake-1').map(({ id }) => id)).toEqual(['lake-1', 'lake', 'north', 'small']);
    expect(lineage(smallDistrict.areas, 'small').map(({ id }) => id)).toEqual(['small']);
    expect(lineage(smallDistrict.areas, 'nowhere')).toEqual([]);
  });
});

describe('the department', () => {
  it.each([
    ['water', 'south', 'help', 'water', 'waterworks'],
    ['water-leak', 'south', 'help', 'water', 'waterworks'], // a category fits all below it
    ['water-leak', 'lake', 'help', 'leaks-at-the-lake', 'heatworks'], // the rule above goes first
    ['water-leak', 'lake-1', 'help', 'leaks-at-the-lake', 'heatworks'], // an area fits all below it
    ['water-leak', 'north', 'help', 'water', 'waterworks'], // but nothing above it
    ['water', 'lake', 'help', 'water', 'waterworks'], // every condition must hold
    ['water-leak', 'lake', 'whistleblowing', 'water-lawsuits', 'centre'],
    ['heating-cold', 'lake', 'whistleblowing', 'heating', 'heatworks'],
    ['general', 'small', 'inquiry', 'rest', 'centre'],
    ['noise', 'lake-1', 'complaint', 'rest', 'centre'],
  ] as const)('for %s in %s (%s) comes of the rule %s: %s', (category, area, kind, rule, department) => {
    expect(chooseDepartment(smallDistrict, { category, area, kind })).toEqual({ rule, department });
  });

  it('fails loudly when no rule fits, which the check of the data rules out', () => {
    const open = { ...smallDistrict, routing: smallDistrict.routing.slice(0, -1) };
    expect(() => chooseDepartment(open, { category: 'noise', area: 'lake', kind: 'help' })).toThrow(
      'no routing rule of small fits',
    );
  });
});

describe('the unit', () => {
  const department = (id: string) => smallDistrict.departments.find((one) => one.id === id) as District['departments'][number];

  it.each([
    ['waterworks', 'lake-1', 'water-lake'], // the closest, though it is written last
    ['waterworks', 'lake', 'water-lake'],
    ['waterworks', 'north', 'water-north'],
    ['waterworks', 'south', 'water-town'],
    ['centre', 'south', 'desk-south'],
    ['centre', 'lake', 'desk'],
    ['heatworks', 'lake', 'heat-all'],
  ])('of the %s for %s is %s', (id, area, unit) => expect(chooseUnit(department(id), smallDistrict, area).id).toBe(unit));

  it('is the first one where none covers the place', () => {
    const units = [
      { id: 'one', name: 'One', areas: ['north'] },
      { id: 'two', name: 'Two', areas: ['lake'] },
    ];
    expect(chooseUnit({ ...department('centre'), units }, smallDistrict, 'south').id).toBe('one');
  });
});
