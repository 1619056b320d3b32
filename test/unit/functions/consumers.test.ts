import { describe, expect, it } from 'vitest';
import { messageOf, TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { Change } from '#domain/tickets/change.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import * as assignUnit from '#functions/assign-unit/handler.ts';
import * as routeTicket from '#functions/route-ticket/handler.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { queueFunction } from '#runtime/queue.ts';
import { type MemoryTickets, memoryTickets } from '#test/adapters/memory/tickets.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { crashAt, crashes } from './crash.ts';
import { failedIn, queueBatch } from './lambda-records.ts';

type Step = [command: Command, role: Role];
type Stored = Pick<TicketStore, 'get' | 'commit'>;

const route: Step = [{ action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system'];
const toCentre: Step = [{ action: 'dispatch', department: 'centre', rule: 'by-hand' }, 'agent'];
const assign: Step = [{ action: 'assign' }, 'system'];
const accept: Step = [{ action: 'accept' }, 'department'];
const sendBack: Step = [{ action: 'return', reason: 'Not ours' }, 'department'];
const resolve: Step = [{ action: 'resolve', outcome: 'Mended' }, 'department'];
const rate: Step = [{ action: 'rate', rating: { solved: true, stars: 5 } }, 'resident'];

const needs = (store: Stored) => ({ store, district: smallDistrict, now: () => MONDAY_AT_TEN });
const quiet = { log: () => undefined };

/** Both consumers, each with what it waits for and what it makes of it. */
const consumers = {
  'route-ticket': {
    start: (store: Stored) => queueFunction(TicketEventMessage, routeTicket.createHandler(needs(store)), quiet),
    waiting: [] as Step[],
    does: 'dispatched',
    result: { state: 'dispatched', department: 'waterworks', rule: 'water', version: 2 },
    others: {
      'was dispatched': [route],
      'has a unit': [route, assign],
      'was sent back': [route, sendBack],
      'went elsewhere by hand': [route, sendBack, toCentre],
      'was resolved': [route, assign, accept, resolve],
      'was closed': [route, assign, accept, resolve, rate],
    } as Record<string, Step[]>,
  },
  'assign-unit': {
    start: (store: Stored) =>
      queueFunction(TicketEventMessage, assignUnit.createHandler({ ...needs(store), department: 'waterworks' }), quiet),
    waiting: [route],
    does: 'assigned',
    result: { state: 'dispatched', department: 'waterworks', unit: 'water-town', version: 3 },
    others: {
      'was not dispatched yet': [],
      'has a unit': [route, assign],
      'was accepted before': [route, accept],
      'was sent back': [route, sendBack],
      'is with another department by now': [route, sendBack, toCentre],
      'was resolved': [route, assign, accept, resolve],
      'was closed': [route, assign, accept, resolve, rate],
    } as Record<string, Step[]>,
  },
};

/** Writes a ticket's whole life into a store. */
const live = async (
  store: MemoryTickets,
  steps: readonly Step[],
  random = 4821,
): Promise<{ ticket: Ticket; changes: Change[] }> => {
  const changes = [opening({}, { random })];
  await store.open(changes[0] as Change, { scope: 'test', key: String(random), digest: 'd' });
  for (const [command, role] of steps) {
    const change = changed((changes.at(-1) as Change).ticket, command, role);
    await store.commit(change);
    changes.push(change);
  }
  return { ticket: (changes.at(-1) as Change).ticket, changes };
};

describe.each(Object.entries(consumers))('%s', (_, { start, waiting, does, result, others }) => {
  const seeded = async (steps: readonly Step[] = waiting) => {
    const store = memoryTickets();
    const { ticket, changes } = await live(store, steps);
    return {
      store,
      ticket,
      message: messageOf((changes.at(-1) as Change).event),
      messages: changes.map(({ event }) => messageOf(event)),
    };
  };
  const made = (store: MemoryTickets): number => store.allEvents().filter(({ type }) => type === does).length;

  it('has its one effect', async () => {
    const { store, ticket, message } = await seeded();
    expect(failedIn(await start(store)(queueBatch(message)))).toEqual([]);
    expect(await store.get(ticket.number)).toMatchObject(result);
    expect(store.allEvents().at(-1)).toMatchObject({
      type: does,
      actor: { role: 'system' },
      correlationId: message.correlationId,
    });
  });

  it('has it once, however often the message comes, also at once', async () => {
    const { store, message } = await seeded();
    const run = start(store);
    const answers = await Promise.all(Array.from({ length: 5 }, () => run(queueBatch(message, message, message))));
    expect(answers.flatMap(failedIn)).toEqual([]);
    await run(queueBatch(message));
    expect(made(store)).toBe(1);
  });

  it.each(Object.entries(others))('leaves a ticket alone that %s', async (_name, steps) => {
    const { store, ticket, messages } = await seeded(steps);
    const before = store.allEvents();
    const run = start(store);
    expect(failedIn(await run(queueBatch(...messages)))).toEqual([]);
    expect(failedIn(await run(queueBatch(...messages.reverse())))).toEqual([]);
    expect(await store.get(ticket.number)).toEqual(ticket);
    expect(store.allEvents()).toEqual(before);
  });

  it.each(crashes(4))('ends the same after a crash $when step $step', async ({ step, when }) => {
    const { store, ticket, message } = await seeded();
    const crash = crashAt(step, when);
    const failed = failedIn(await start(crash.watch(store))(queueBatch(message)));
    // It reads and writes: two steps, and no third one that could be lost.
    expect(crash.happened).toBe(step < 2);
    expect(failed).toEqual(step < 2 ? ['m0'] : []);
    expect(failedIn(await start(store)(queueBatch(message)))).toEqual([]);
    expect(await store.get(ticket.number)).toMatchObject(result);
    expect(made(store)).toBe(1);
  });

  it('begins again when somebody else was first', async () => {
    const { store, ticket, message } = await seeded();
    let meddled = false;
    const meddling: Stored = {
      get: store.get,
      commit: async (change) => {
        if (!meddled) await store.commit(changed(ticket, { action: 'add', text: 'Hurry' }, 'resident'));
        meddled = true;
        return store.commit(change);
      },
    };
    expect(failedIn(await start(meddling)(queueBatch(message)))).toEqual([]);
    expect(await store.get(ticket.number)).toMatchObject({ ...result, version: result.version + 1 });
    expect(made(store)).toBe(1);
  });

  it('does all others of a batch and reports the bad ones', async () => {
    const store = memoryTickets();
    const lives = await Promise.all([1, 2, 3].map((random) => live(store, waiting, random)));
    const [one, two, three] = lives.map(({ changes }) => messageOf((changes.at(-1) as Change).event));
    if (!one) throw new Error('there is a message');
    const stranger = { ...one, number: ticketNumber('LZ', '2026-11-23', 99_999) };
    const bad = ['{', 'null', stranger, { ...one, type: 'vanished' }, { ...one, number: 'LZ1' }, { ...one, version: '2' }, {}];
    // What newer code says beside it does no harm.
    const newer = { ...two, mood: 'good' };
    const failed = failedIn(await start(store)(queueBatch(one, ...bad, newer, three)));
    expect(failed).toEqual(bad.map((_bad, place) => `m${place + 1}`));
    expect(made(store)).toBe(3);
  });

  it('reports a ticket whose row can not be read, and does the rest', async () => {
    const { store, message } = await seeded();
    const { changes } = await live(store, waiting, 2);
    const broken: Stored = {
      commit: store.commit,
      get: async (number) => (number === message.number ? Promise.reject(new Error('does not parse')) : store.get(number)),
    };
    expect(failedIn(await start(broken)(queueBatch(message, messageOf((changes.at(-1) as Change).event))))).toEqual(['m0']);
    expect(made(store)).toBe(1);
  });
});
