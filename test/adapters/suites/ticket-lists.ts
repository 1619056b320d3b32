import { describe, expect, it } from 'vitest';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import type { Page, TicketLists, TicketStore } from '#ports/ticket-store.ts';
import { inState } from '#test/adapters/in-state.ts';
import { done, markOf, opened, toWaterworks } from '#test/adapters/matters.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';

type Fetch = (cursor: string | undefined) => Promise<Page<TicketSummary>>;
export const numbers = ({ items }: Page<TicketSummary>): string[] => items.map(({ number }) => number);

/** Every page of a list, with what happens after each. */
export const pages = async (fetch: Fetch, between: (page: number) => Promise<void> = async () => {}): Promise<string[][]> => {
  const read: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await fetch(cursor);
    read.push(numbers(page));
    await between(read.length);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return read;
};

const openedMany = async (store: TicketStore, count: number, from = 0): Promise<string[]> => {
  const tickets: string[] = [];
  for (let random = from; random < from + count; random += 1) tickets.push((await opened(store, random)).number);
  return tickets;
};

/** What every TicketLists does; `make` gives an empty one with its store. */
export const ticketListsSuite = (name: string, make: () => Promise<TicketStore & TicketLists>): void => {
  describe(`${name} lists tickets`, () => {
    it("a person's own, newest first, page by page", async () => {
      const tickets = await make();
      const [a, b, c, d, e] = await openedMany(tickets, 5);
      await opened(tickets, 10, { reporterKey: 'user:wang' });
      await opened(tickets, 11, { reporterKey: undefined });
      expect(await pages((cursor) => tickets.ofReporter('user:li', { size: 2, cursor }))).toEqual([[e, d], [c, b], [a]]);
    });

    it('all in one state, oldest first, page by page', async () => {
      const tickets = await make();
      const [a, b, c, d] = await openedMany(tickets, 4);
      await done(tickets, await opened(tickets, 9), toWaterworks, 'system');
      expect(await pages((cursor) => inState(tickets, 'received', { size: 2, cursor }))).toEqual([
        [a, b],
        [c, d],
      ]);
      expect(numbers(await inState(tickets, 'closed', { size: 2, month: '2026-11' }))).toEqual([]);
    });

    it('urgent ones first, then doubts of danger, then the others, each oldest first, page by page', async () => {
      const tickets = await make();
      const danger = (outcome: 'danger' | 'doubt') => ({ outcome, words: ['smoke'] });
      const { number: a } = await opened(tickets, 0);
      const { number: b } = await opened(tickets, 1, { danger: danger('doubt') });
      const { number: c } = await opened(tickets, 2, { urgent: true });
      const { number: d } = await opened(tickets, 3, { danger: danger('doubt') });
      const { number: e } = await opened(tickets, 4);
      const { number: f } = await opened(tickets, 5, { urgent: true, danger: danger('danger') });
      for (const size of [1, 2, 3, 5, 6]) {
        const read = await pages((cursor) => inState(tickets, 'received', { size, cursor }));
        expect([size, read.flat()]).toEqual([size, [c, f, b, d, a, e]]);
      }
      expect((await pages((cursor) => tickets.ofReporter('user:li', { size: 4, cursor }))).flat()).toEqual([f, e, d, c, b, a]);
    });

    it('with the key of the telephone that each came from, which no change takes away', async () => {
      const tickets = await make();
      await opened(tickets, 0, { phoneKey: 'key-of-li' });
      const { number } = await done(tickets, await opened(tickets, 1, { phoneKey: 'key-of-li' }), toWaterworks, 'system');
      await opened(tickets, 2);
      const { items } = await inState(tickets, 'received', { size: 9 });
      expect(items.map(({ phoneKey }) => phoneKey)).toEqual(['key-of-li', undefined]);
      const dispatched = await inState(tickets, 'dispatched', { size: 9 });
      expect(dispatched.items).toMatchObject([{ number, phoneKey: 'key-of-li' }]);
    });

    it('with the next limit that runs out, and whether it may still move', async () => {
      const tickets = await make();
      const late = '2026-12-31T09:00:00.000Z';
      await opened(tickets, 0);
      await opened(tickets, 1, {}, late);
      const { items } = await inState(tickets, 'received', { size: 9 });
      expect(items.map(({ provisional }) => provisional)).toEqual([undefined, true]);
      for (const { dueAt, openedAt } of items) expect(dueAt && dueAt > openedAt).toBe(true);
    });

    it('where a correction has put them', async () => {
      const tickets = await make();
      const [a, b, c] = await openedMany(tickets, 3);
      const first = await inState(tickets, 'received', { size: 1 });
      const [doubtful, wrong] = [await tickets.get(c ?? ''), await tickets.get(b ?? '')];
      if (!doubtful || !wrong) throw new Error('they are there');
      await done(tickets, doubtful, { action: 'correct', danger: 'doubt', reason: 'To be asked' }, 'agent');
      const urgent = await done(tickets, wrong, { action: 'correct', urgent: true, reason: 'A child' }, 'agent');
      expect(numbers(await inState(tickets, 'received', { size: 3 }))).toEqual([b, c, a]);
      // The cursor of before stands where it stood: behind an ordinary ticket nothing is left.
      expect(numbers(await inState(tickets, 'received', { size: 3, cursor: first.cursor }))).toEqual([]);
      await done(tickets, urgent, { action: 'correct', urgent: false, reason: 'No child' }, 'agent');
      expect(numbers(await inState(tickets, 'received', { size: 3 }))).toEqual([c, a, b]);
    });

    it('each once when several were opened in the same millisecond', async () => {
      const tickets = await make();
      for (let random = 0; random < 7; random += 1) await tickets.open(opening({}, { random }), markOf(String(random)));
      const read = (await pages((cursor) => inState(tickets, 'received', { size: 2, cursor }))).flat();
      expect(new Set(read).size).toBe(7);
      expect(read).toHaveLength(7);
    });

    it('and leaves out and doubles none while tickets come and go', async () => {
      const tickets = await make();
      const own = await openedMany(tickets, 6);
      const read = await pages(
        (cursor) => inState(tickets, 'received', { size: 2, cursor }),
        async (page) => {
          if (page === 1) await openedMany(tickets, 1, 50);
          // The very ticket that the cursor names leaves the list.
          const last = page === 1 ? await tickets.get(own[1] ?? '') : undefined;
          if (last) await done(tickets, last, toWaterworks, 'system');
        },
      );
      expect(read.flat().slice(0, 6)).toEqual(own);
      expect(read.flat()).toHaveLength(7);
      expect(numbers(await inState(tickets, 'dispatched', { size: 9 }))).toEqual([own[1]]);
    });

    it('as they were last written', async () => {
      const tickets = await make();
      await done(tickets, await opened(tickets, 1), toWaterworks, 'system');
      const { items } = await tickets.ofReporter('user:li', { size: 5 });
      expect(items).toMatchObject([{ state: 'dispatched', version: 2, department: 'waterworks' }]);
    });

    it('without a cursor when the last page is full', async () => {
      const tickets = await make();
      await openedMany(tickets, 2);
      expect(await tickets.ofReporter('user:li', { size: 2 })).not.toHaveProperty('cursor');
    });
  });

  describe(`${name} refuses a cursor`, () => {
    const withCursor = async () => {
      const tickets = await make();
      const own = await openedMany(tickets, 3);
      await opened(tickets, 10, { reporterKey: 'user:wang' });
      await opened(tickets, 11, { reporterKey: 'user:wang' });
      const { cursor = '' } = await tickets.ofReporter('user:li', { size: 1 });
      expect(cursor).not.toBe('');
      return { tickets, cursor, own };
    };
    const refused = { name: 'Refusal', code: 'cursor-invalid' };

    it('of another person, and of another list', async () => {
      const { tickets, cursor } = await withCursor();
      await expect(tickets.ofReporter('user:wang', { size: 1, cursor })).rejects.toMatchObject(refused);
      await expect(inState(tickets, 'received', { size: 1, cursor })).rejects.toMatchObject(refused);
    });

    it.each([
      ['empty', () => ''],
      ['no base64', () => '!!'],
      ['no JSON', () => Buffer.from('{').toString('base64url')],
      ['of another form', () => Buffer.from('{"a":1}').toString('base64url')],
      ['cut short', (cursor: string) => cursor.slice(0, -6)],
      ['beginning at a moment that is none', (cursor: string) => edited(cursor, ([list, , number]) => [list, 'now', number])],
      ['ranked in a way that is none', (cursor: string) => edited(cursor, ([list, at, number]) => [list, at, number, 7])],
      ['beginning at a number that is none', (cursor: string) => edited(cursor, ([list, at]) => [list, at, 'TICKET'])],
    ])('that is %s', async (_how, spoil) => {
      const { tickets, cursor } = await withCursor();
      await expect(tickets.ofReporter('user:li', { size: 1, cursor: spoil(cursor) })).rejects.toMatchObject(refused);
    });

    it("never shows another's tickets, whatever is written into it", async () => {
      const { tickets, cursor, own } = await withCursor();
      const foreign = opening({}, { random: 11 }).ticket.number;
      const forged = edited(cursor, ([list]) => [list, '2027-01-01T00:00:00.000Z', foreign]);
      const page = await tickets.ofReporter('user:li', { size: 9, cursor: forged });
      expect(numbers(page)).toEqual(own.toReversed());
    });
  });
};

const edited = (cursor: string, edit: (parts: unknown[]) => unknown[]): string =>
  Buffer.from(JSON.stringify(edit(JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]))).toString('base64url');
