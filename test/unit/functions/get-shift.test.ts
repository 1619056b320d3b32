import { expect, it } from 'vitest';
import { getShiftContract } from '#contracts/http/get-shift.ts';
import { callBackId } from '#domain/calls/call-back-id.ts';
import { cellOf } from '#domain/figures/cell.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { getShift } from '#functions/desk-api/get-shift.ts';
import { apiFunction } from '#runtime/api.ts';
import { memoryCalls } from '#test/adapters/memory/calls.ts';
import { memoryFigures } from '#test/adapters/memory/figures-store.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { serve } from '#use-cases/operation.ts';
import { httpEvent, people } from './http-event.ts';
import { GROUPS_CLAIM } from './seeded-hotline.ts';

/** The desk's door, and what is behind it. */
const desk = (begin: Instant = MONDAY_AT_TEN) => {
  let at = begin;
  const [store, calls, figures] = [memoryTickets(), memoryCalls(), memoryFigures()];
  const needs = { lists: store, callBacks: calls.backs, figures, district: smallDistrict, now: () => at, randomBelow: () => 0 };
  const door = apiFunction(serve([getShift], needs), { groupsClaim: GROUPS_CLAIM, log: () => {} });
  return {
    calls,
    figures,
    ask: async () => JSON.parse((await door(httpEvent(getShiftContract, {}, people.agent))).body ?? ''),
    open: async (random: number, minutes: number, intake: object, ...commands: Command[]) => {
      let change = opening(intake, { random, at: plusMinutes(MONDAY_AT_TEN, minutes) });
      await store.open(change, { scope: 'test', key: String(random), digest: 'x' });
      for (const command of commands) {
        change = changed(change.ticket, command, command.action === 'dispatch' ? 'system' : 'department');
        await store.commit(change);
      }
      return change.ticket.number;
    },
    pass: (seconds: number) => {
      at = plusMinutes(at, seconds / 60);
    },
  };
};

const dispatch: Command = { action: 'dispatch', department: 'waterworks', rule: 'water' };
const giveBack: Command = { action: 'return', reason: 'not ours' };
const doubt = { danger: { outcome: 'doubt', words: ['smoke'] } };

it('says of a desk for which nothing waits that nothing does', async () => {
  expect(await desk().ask()).toEqual({
    asOf: MONDAY_AT_TEN,
    callBacks: { waiting: 0 },
    calls: { day: '2026-11-23', connect: { numerator: 0, denominator: 0, rate: null } },
    tickets: { waiting: 0 },
  });
});

it('counts the tickets that no department has, and doubts of danger, and names the oldest', async () => {
  const { open, ask } = desk();
  await open(1, -90, {}, dispatch);
  await open(2, -80, {}, dispatch, { action: 'accept' });
  await open(3, -70, {}, dispatch, { action: 'accept' }, { action: 'resolve', outcome: 'done' });
  await open(4, -50, {});
  await open(5, -60, {}, dispatch, giveBack);
  const oldest = await open(6, -65, doubt, dispatch);
  const openedAt = plusMinutes(MONDAY_AT_TEN, -65);
  expect((await ask()).tickets).toEqual({ waiting: 3, oldest: { number: oldest, openedAt } });
});

it('counts who is still to be rung back, and since when the first of them waits', async () => {
  const { calls, ask } = desk();
  for (const [place, phone] of [telephone('+8613800135678'), telephone('+8610000000002')].entries()) {
    const at = plusMinutes(MONDAY_AT_TEN, place * 10 - 30);
    const call = { id: `twilio:CA${place}`, startedAt: at };
    const id = callBackId(keyOfPhone(phone), at);
    const becomes = { id, phone, since: at, version: 1, calls: [{ call: call.id, at, reason: 'no-agent' as const }] };
    const callBack = { seen: undefined, becomes, isNew: true };
    await calls.end({ call, recordedAt: at, connected: false, callBack, correlationId: 'x' });
  }
  expect((await ask()).callBacks).toEqual({ waiting: 2, since: plusMinutes(MONDAY_AT_TEN, -30) });
});

it('shows the connect rate of the local day, and how far it is counted', async () => {
  // Seven minutes after midnight in the district, on the day before in UTC.
  const at = '2026-11-23T16:07:00.000Z';
  const { figures, ask } = desk(at);
  const cell = (start: string, connected: number) => ({
    place: { level: 'day' as const, start, by: 'all' as const, value: 'all' },
    seen: undefined,
    cell: cellOf({ calls: 4, connected }),
  });
  await figures.replace([cell('2026-11-23', 1), cell('2026-11-24', 3)]);
  await figures.advance(undefined, { settled: at, asOf: plusMinutes(at, -1) });
  expect((await ask()).calls).toEqual({
    day: '2026-11-24',
    connect: { numerator: 3, denominator: 4, rate: 0.75 },
    asOf: plusMinutes(at, -1),
  });
});

it('gives all who ask within a quarter of a minute the same, and says of when it is', async () => {
  const { open, ask, pass } = desk();
  const first = await ask();
  await open(1, 0, {});
  pass(14);
  expect(await ask()).toEqual(first);
  pass(2);
  expect(await ask()).toMatchObject({ asOf: plusMinutes(MONDAY_AT_TEN, 16 / 60), tickets: { waiting: 1 } });
});
