import { expect } from 'vitest';
import type { District } from '#domain/district/district.ts';
import { dutyLadder } from '#domain/district/duty-ladder.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import { seenAs } from '#domain/district/names.ts';
import { chooseDepartment, chooseUnit } from '#domain/district/routing.ts';
import { goneFrom } from '#domain/district/standing-ids.ts';

/** A Monday morning, a Friday night, a holiday; the last hour of a year that the calendar covers. */
const MOMENTS = ['2026-11-23T02:00:00.000Z', '2026-11-27T15:59:30.000Z', '2026-10-01T04:00:00.000Z', '2026-12-31T15:30:00.000Z'];

const areDifferent = (texts: readonly string[]): void => expect(new Set(texts).size).toBe(texts.length);

/** Does with a district what the hotline does with it all day long: whatever was accepted must serve for that. */
export const expectSound = (district: District): void => {
  const { areas, categories, departments, limits } = district;
  for (const area of areas) {
    for (const category of categories) {
      for (const kind of TicketKind.options) {
        const chosen = chooseDepartment(district, { area: area.id, category: category.id, kind });
        const department = departments.find(({ id }) => id === chosen.department) ?? expect.fail(`no ${chosen.department}`);
        const unit = chooseUnit(department, district, area.id);
        expect(department.units).toContain(unit);
        const ids = { area: area.id, category: category.id, department: department.id, unit: unit.id };
        expect(goneFrom(district, ids)).toEqual({});
      }
    }
  }
  for (const openedAt of MOMENTS) {
    for (const { id: category } of categories) {
      for (const kind of TicketKind.options) {
        for (const urgent of [true, false]) {
          const { accept, handle, marks } = scheduleOf(district, { kind, category, urgent, openedAt });
          expect(openedAt < accept.at && accept.at < handle.at).toBe(true);
          for (const { at } of marks) expect(new Date(at).toISOString()).toBe(at);
        }
      }
    }
    for (const { id } of departments) areDifferent(dutyLadder(district, id, openedAt).map(({ of, name }) => `${of} ${name}`));
  }
  areDifferent(areas.map(({ id }) => id));
  areDifferent(categories.map(({ id }) => id));
  areDifferent(departments.map(({ name }) => seenAs(name)));
  areDifferent(departments.flatMap(({ units }) => units.map(({ id }) => id)));
  for (const { name } of [...areas, ...categories, ...departments]) expect(seenAs(name)).not.toBe('');
  expect(categories.map(({ id }) => id)).toContain(district.generalCategory);
  for (const id of Object.keys(limits.handle.byCategory ?? {})) expect(categories.map((one) => one.id)).toContain(id);
};
