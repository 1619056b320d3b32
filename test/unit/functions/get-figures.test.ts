import { expect, it } from 'vitest';
import { getFiguresContract } from '#contracts/http/get-figures.ts';
import { contributionsIn } from '#domain/figures/contributions.ts';
import { plusMinutes } from '#domain/instant.ts';
import { getFigures } from '#functions/desk-api/get-figures.ts';
import { createHandler as createRollUp } from '#functions/roll-up-figures/handler.ts';
import { apiFunction } from '#runtime/api.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { serve } from '#use-cases/operation.ts';
import { httpEvent, people } from './http-event.ts';
import { type EndedCall, sourceAt, type Written } from './random-lives.ts';
import { GROUPS_CLAIM } from './seeded-hotline.ts';

const shown = (change: Written['change']): Written => ({
  change,
  eventShows: change.event.recordedAt,
  ticketShows: change.event.recordedAt,
});

/** A call so many minutes after ten that ended a minute later. */
const rung = (minutes: number, connected: boolean): EndedCall => {
  const startedAt = plusMinutes(MONDAY_AT_TEN, minutes);
  const recordedAt = plusMinutes(startedAt, 1);
  const outcome = { id: `twilio:CA${minutes}`, startedAt, recordedAt, connected };
  return { outcome, recordingShows: recordedAt, outcomeShows: recordedAt };
};

const standing = { district: smallDistrict, now: () => MONDAY_AT_TEN, randomBelow: () => 0 };

/** Figures of two tickets and three calls of Monday and one ticket of the Sunday before, and the door to them. */
const counted = async () => {
  const first = opening({ area: 'lake-1' });
  const dispatched = changed(first.ticket, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
  const accepted = changed(dispatched.ticket, { action: 'accept' }, 'department', plusMinutes(MONDAY_AT_TEN, 60));
  const answered = opening({ kind: 'inquiry', answer: 'At nine' }, { random: 2, at: plusMinutes(MONDAY_AT_TEN, 65) });
  const sunday = opening({}, { random: 3, at: plusMinutes(MONDAY_AT_TEN, -24 * 60) });
  const now = plusMinutes(MONDAY_AT_TEN, 120);
  const written = [first, dispatched, accepted, answered, sunday].map(shown);
  const figures = memoryFigures();
  await figures.advance(undefined, { settled: sunday.ticket.openedAt, asOf: sunday.ticket.openedAt });
  const needs = { figures, contributionsOf: contributionsIn(smallDistrict), offset: 480, now: () => now, log: () => {} };
  await createRollUp({ source: sourceAt(written, () => now, [rung(1, true), rung(62, false), rung(63, true)]), ...needs })();
  const door = apiFunction(serve([getFigures], { figures, ...standing }), {
    groupsClaim: GROUPS_CLAIM,
    log: () => {},
  });
  const ask = async (query: Record<string, string>) => {
    const { statusCode, body } = await door(httpEvent(getFiguresContract, { query }, people.supervisor));
    return { status: statusCode, ...JSON.parse(body ?? '') };
  };
  return { ask, now, figures };
};
const MONDAY = { period: 'day', from: '2026-11-23', to: '2026-11-23' };

it('shows the total of a day with numerators, denominators, times, and how far it is counted', async () => {
  const { ask, now } = await counted();
  const { rows, ...about } = await ask(MONDAY);
  expect(about).toEqual({ status: 200, ...MONDAY, by: 'all', asOf: now });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    start: '2026-11-23',
    value: 'all',
    received: 2,
    answeredDirectly: 1,
    dispatched: 1,
    accepted: 1,
    takenUp: 2,
    calls: 3,
    connected: 2,
    rates: {
      connect: { numerator: 2, denominator: 3, rate: 0.6667 },
      completion: { numerator: 0, denominator: 1, rate: 0 },
      satisfaction: { numerator: 0, denominator: 0, rate: null },
    },
    times: { resolve: { working: { p50: null, p90: null, p99: null } } },
  });
  expect(Math.abs(rows[0].times.accept.working.p50 - 60)).toBeLessThan(3.1);
});

it.each([
  [{ ...MONDAY, period: 'hour' }, ['2026-11-23T10 all 1', '2026-11-23T11 all 1']],
  [{ ...MONDAY, from: '2026-11-22' }, ['2026-11-22 all 1', '2026-11-23 all 2']],
  [{ ...MONDAY, period: 'week', from: '2026-11-22' }, ['2026-11-16 all 1', '2026-11-23 all 2']],
  [{ ...MONDAY, period: 'month' }, ['2026-11 all 3']],
  [{ ...MONDAY, period: 'year' }, ['2026 all 3']],
  [{ ...MONDAY, from: '2026-11-24', to: '2026-11-30' }, []],
  [{ ...MONDAY, by: 'kind' }, ['2026-11-23 help 1', '2026-11-23 inquiry 1']],
  [{ ...MONDAY, by: 'area', value: 'north' }, ['2026-11-23 north 1']],
  [{ ...MONDAY, by: 'channel' }, ['2026-11-23 app 2', '2026-11-23 phone 0']],
])('answers %j', async (query, expected) => {
  const { ask } = await counted();
  const { rows } = await ask(query);
  expect(rows.map((row: any) => `${row.start} ${row.value} ${row.received}`)).toEqual(expected);
});

it('names areas, departments and categories, and says where rows add up to more than the total', async () => {
  const { ask } = await counted();
  const areas = await ask({ ...MONDAY, by: 'area' });
  expect(areas.rows.map((row: any) => row.name)).toContain('Lake Grid 1');
  expect(areas.note).toContain('more than the total');
  expect((await ask({ ...MONDAY, by: 'category' })).rows.map((row: any) => row.name)).toContain('Water');
  const departments = await ask({ ...MONDAY, by: 'department' });
  expect(departments.rows).toMatchObject([{ value: 'waterworks', name: 'Waterworks', dispatched: 1 }]);
  expect(departments.note).toContain('more than the total');
  expect(await ask({ ...MONDAY, by: 'channel' })).not.toHaveProperty('note');
});

it('shows the connect rate of the channel phone, and says where there is none', async () => {
  const { ask } = await counted();
  const { rows } = await ask({ ...MONDAY, period: 'hour', by: 'channel', value: 'phone' });
  expect(rows.map(({ start, rates }: any) => [start, rates.connect.numerator, rates.connect.denominator])).toEqual([
    ...[
      ['2026-11-23T10', 1, 1],
      ['2026-11-23T11', 1, 2],
    ],
  ]);
  for (const by of ['area', 'category', 'department', 'unit', 'kind']) {
    const shown = await ask({ ...MONDAY, by });
    expect(shown.note).toContain('under the channel phone only');
    for (const row of shown.rows) expect(row.rates.connect).toEqual({ numerator: 0, denominator: 0, rate: null });
  }
});

it('before the first count has no rows and no moment', async () => {
  const door = getFigures.handler({ figures: memoryFigures(), ...standing });
  const caller = { id: 'boss', role: 'supervisor' } as const;
  const query = { period: 'day', by: 'all', from: '2026-11-23', to: '2026-11-23' } as const;
  const { body } = await door({ params: undefined, query, headers: undefined, body: undefined, caller, correlationId: 'x' });
  expect(body).toEqual({ ...query, rows: [] });
});

it('refuses a period that is too long with the limit in the refusal', async () => {
  const { ask } = await counted();
  const problem = await ask({ period: 'hour', from: '2026-01-01', to: '2026-12-31' });
  expect(problem).toMatchObject({ status: 400, code: 'period-invalid', detail: expect.stringContaining('at most 31 days') });
});
