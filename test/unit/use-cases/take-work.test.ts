import { describe, expect, it } from 'vitest';
import type { District } from '#domain/district/district.ts';
import { plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { messageFor } from '#test/adapters/matters.ts';
import { memoryTickets } from '#test/adapters/memory/tickets.ts';
import { memoryWorkQueue } from '#test/adapters/memory/work-queue.ts';
import { actors, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { takeWork } from '#use-cases/take-work.ts';

/** Who of the waterworks accepts tickets in these tests. */
const ACCEPTS = actors.department.id ?? '';

/** The waterworks' queue with as many pieces of work as are asked for, over a table in memory. */
const waterworks = async (pieces: number, district: District = smallDistrict) => {
  let now = MONDAY_AT_TEN;
  const workQueue = memoryWorkQueue({ departments: ['waterworks', 'heatworks'], now: () => now });
  const store = memoryTickets();
  let isRestored = false;
  const numbers: string[] = [];
  const act = async (number: string, command: Command, role: Role, at = MONDAY_AT_TEN) => {
    const ticket = await store.get(number);
    if (!ticket) throw new Error('there is no such ticket');
    const circumstances = { at, actor: actors[role], correlationId: 'test' };
    const change = changeTicket(ticket, command, district, circumstances);
    if (change === 'already-done') throw new Error(`${command.action} was done already`);
    await store.commit(change);
    return change;
  };
  for (let piece = 0; piece < pieces; piece += 1) {
    const opened = opening({}, { random: piece });
    await store.open(opened, { scope: 'test', key: `${piece}`, digest: 'test' });
    const { number } = opened.ticket;
    numbers.push(number);
    await act(number, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system');
    workQueue.put('waterworks', JSON.stringify(messageFor(await act(number, { action: 'assign' }, 'system'))));
  }
  const leasing = { most: 10, waitSeconds: 0, leaseSeconds: 300 };
  const present = { get: async (number: string) => (isRestored ? undefined : store.get(number)), events: store.events };
  const needs = { workQueue, store: present, district };
  const taken = async (most = 10, id = ACCEPTS): Promise<string[]> =>
    (await takeWork({ department: 'waterworks', id }, { ...leasing, most }, needs)).map(({ work }) => work.number);
  /** All that is handed out once the leases have ended. */
  const works = () => {
    now = plusMinutes(now, 60);
    return takeWork({ department: 'waterworks', id: ACCEPTS }, leasing, needs);
  };
  /** All that lies on the queue once the leases have ended. */
  const left = async (): Promise<string[]> => {
    now = plusMinutes(now, 60);
    return (await workQueue.lease('waterworks', leasing)).map(({ work }) => work.number);
  };
  const restore = (): void => {
    isRestored = true;
  };
  return { act, taken, works, left, numbers, restore };
};

describe("a department's work", () => {
  it('is handed out while it is to be done, accepted or not', async () => {
    const { act, taken, left, numbers } = await waterworks(2);
    await act(numbers[0] as string, { action: 'accept' }, 'department');
    expect((await taken()).sort()).toEqual([...numbers].sort());
    expect(await left()).toHaveLength(2);
  });

  it('is for nobody else once somebody accepted it, and leaves the queue', async () => {
    const { act, taken, left, numbers } = await waterworks(3);
    const [accepted] = numbers as [string];
    await act(accepted, { action: 'accept' }, 'department');
    expect((await taken(10, 'a-program')).sort()).toEqual(numbers.slice(1).sort());
    expect((await left()).sort()).toEqual(numbers.slice(1).sort());
  });

  it('is for everybody again when its acceptance ended with a return, or is wanted once more in danger', async () => {
    const duty = { ...smallDistrict.duty, district: [{ name: 'Night', phone: telephone('+8613800000001') }] };
    const { act, taken, numbers } = await waterworks(2, { ...smallDistrict, duty });
    const [returned, endangered] = numbers as [string, string];
    await act(returned, { action: 'accept' }, 'department');
    await act(returned, { action: 'return', reason: 'Not ours' }, 'department');
    await act(returned, { action: 'dispatch', department: 'waterworks', rule: 'by-hand' }, 'agent');
    await act(endangered, { action: 'accept' }, 'department');
    await act(endangered, { action: 'correct', urgent: true, reason: 'Flooding' }, 'agent', plusMinutes(MONDAY_AT_TEN, 5));
    expect((await taken(10, 'a-program')).sort()).toEqual([...numbers].sort());
  });

  it.each<[string, [Command, Role][]]>([
    ['its reporter withdrew', [[{ action: 'withdraw' }, 'resident']]],
    ['the department returned', [[{ action: 'return', reason: 'Not ours' }, 'department']]],
    [
      'went to another department',
      [
        [{ action: 'return', reason: 'Not ours' }, 'department'],
        [{ action: 'dispatch', department: 'heatworks', rule: 'by-hand' }, 'agent'],
      ],
    ],
    [
      'is done',
      [
        [{ action: 'accept' }, 'department'],
        [{ action: 'resolve', outcome: 'Mended' }, 'department'],
      ],
    ],
  ])('leaves the queue unseen when it %s, and holds up no other', async (_, commands) => {
    const { act, taken, left, numbers } = await waterworks(3);
    for (const [command, role] of commands) await act(numbers[0] as string, command, role);
    expect((await taken()).sort()).toEqual(numbers.slice(1).sort());
    expect((await left()).sort()).toEqual(numbers.slice(1).sort());
  });

  it('is handed out as its ticket is now, not as it was when it was given', async () => {
    const { act, works, numbers } = await waterworks(1);
    const [number] = numbers as [string];
    expect((await works())[0]?.work).toMatchObject({ urgent: false, reporterPhone: expect.any(String) });
    await act(number, { action: 'hide-reporter', confidential: true }, 'system');
    await act(number, { action: 'correct', urgent: true, reason: 'Flooding' }, 'agent');
    const [leased] = await works();
    expect(leased?.work).toMatchObject({ number, urgent: true, department: 'waterworks' });
    expect(leased?.work).not.toHaveProperty('reporterPhone');
    expect(leased?.lease).toEqual(expect.any(String));
  });

  it('is for the unit that covers the place now, and names what is gone, when its unit and area are', async () => {
    const departments = smallDistrict.departments.map((one) => ({
      ...one,
      units: one.units.map((unit) => (unit.id === 'water-town' ? { ...unit, id: 'water-all' } : unit)),
    }));
    const areas = smallDistrict.areas.filter(({ id }) => id !== 'south');
    const { works } = await waterworks(1, { ...smallDistrict, departments, areas });
    expect((await works())[0]?.work).toMatchObject({ unit: 'water-all', area: 'south', gone: ['area'] });
    const unchanged = await waterworks(1);
    expect((await unchanged.works())[0]?.work).not.toHaveProperty('gone');
  });

  it('is looked for behind what leaves the queue', async () => {
    const { act, taken, numbers } = await waterworks(3);
    for (const number of numbers.slice(0, 2)) await act(number, { action: 'withdraw' }, 'resident');
    expect(await taken(1)).toEqual(numbers.slice(2));
  });

  it('stays on the queue when the table has no such ticket, as after a restore', async () => {
    const { taken, left, numbers, restore } = await waterworks(1);
    restore();
    await expect(taken()).rejects.toThrow(/no such ticket/);
    expect(await left()).toEqual(numbers);
  });
});
