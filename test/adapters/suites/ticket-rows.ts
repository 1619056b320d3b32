import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { callKey, contactKey, eventKey, Index, onceKey, ticketKey } from '#adapters/dynamodb/keys.ts';
import { ticketRow } from '#adapters/dynamodb/rows.ts';
import { inState } from '#test/adapters/in-state.ts';
import { done, opened, toWaterworks } from '#test/adapters/matters.ts';
import type { TicketsTable } from '#test/adapters/tickets-table.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';

const DAY = 24 * 60 * 60;

/** What only a table can show: how rows lie in it, and what becomes of those that are not as they should be. */
export const ticketRowsSuite = (name: string, make: () => Promise<TicketsTable>): void => {
  const rowOf = async ({ client, TableName }: TicketsTable, Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName, Key }))).Item ?? {};
  const spoil = async (table: TicketsTable, Key: Record<string, string>, by: Record<string, unknown>) =>
    table.client.send(new PutCommand({ TableName: table.TableName, Item: { ...(await rowOf(table, Key)), ...by } }));

  describe(`${name} refuses a row`, () => {
    it.each([
      ['a state that is none', { state: 'lost' }, /state/],
      ['a limit that is none', { schedule: 'a:SOON h:LATER' }, /schedule/],
      ['an excerpt of another type', { excerpt: 17 }, /excerpt/],
    ])('of a ticket with %s, without telling what it says, and lists the others', async (_what, by, where) => {
      const table = await make();
      const { number } = await opened(table.tickets, 1);
      const { number: other } = await opened(table.tickets, 2);
      await spoil(table, ticketKey(number), by);
      const error = await table.tickets.get(number).then(() => 'was read', String);
      expect(error).toMatch(where);
      expect(error).not.toMatch(/lost|SOON|stairs/);
      const listed = await table.tickets.ofReporter('user:li', { size: 9 });
      expect([listed.items.map((one) => one.number), listed.unreadable]).toEqual([[other], 1]);
      if ('schedule' in by) return;
      const { items, unreadable } = await inState(table.tickets, 'received', { size: 9 });
      expect([items.map((one) => one.number), unreadable]).toEqual([[other], 1]);
    });

    it('of a ticket without the time of its opening, behind which a list goes on', async () => {
      const table = await make();
      const { number } = await opened(table.tickets, 1);
      const others = [(await opened(table.tickets, 2)).number, (await opened(table.tickets, 3)).number];
      await spoil(table, ticketKey(number), { openedAt: '' });
      const first = await inState(table.tickets, 'received', { size: 1 });
      const second = await inState(table.tickets, 'received', { size: 1, cursor: first.cursor });
      expect([...first.items, ...second.items].map((one) => one.number)).toEqual(others);
      expect([first.unreadable, second.cursor]).toEqual([1, undefined]);
    });

    it('of an event by which somebody said something, but not of a type that newer code has', async () => {
      const table = await make();
      const { number } = await opened(table.tickets, 1);
      await spoil(table, eventKey(number, 1), { matter: 17 });
      const error = await table.tickets.get(number).then(() => 'was read', String);
      expect(error).toMatch(/EVENT#000001 does not parse: matter/);
      const ticket = await opened(table.tickets, 2);
      await spoil(table, eventKey(ticket.number, 1), { ...eventKey(ticket.number, 2), type: 'appraised' });
      expect(await table.tickets.get(ticket.number)).toEqual(ticket);
    });

    it('of an event by which nobody said anything not at all: the history alone goes without it', async () => {
      const table = await make();
      const ticket = await done(table.tickets, await opened(table.tickets, 1), toWaterworks, 'system');
      await spoil(table, eventKey(ticket.number, 2), { rule: 17 });
      const history = ticket.history.filter(({ what }) => what === 'opened');
      expect(await table.tickets.get(ticket.number)).toEqual({ ...ticket, history });
    });

    it('of a ticket with fields that newer code has written not at all, and writes them again', async () => {
      const table = await make();
      const ticket = await opened(table.tickets, 1);
      await spoil(table, ticketKey(ticket.number), { colour: 'blue' });
      const read = await table.tickets.get(ticket.number);
      expect(read).toEqual({ ...ticket, colour: 'blue' });
      if (read) await done(table.tickets, read, toWaterworks, 'system');
      expect(await rowOf(table, ticketKey(ticket.number))).toMatchObject({ colour: 'blue', version: 2 });
    });

    it('of an event, of a contact, of a mark and of a call', async () => {
      const table = await make();
      const { number } = await opened(table.tickets, 1);
      await spoil(table, eventKey(number, 1), { type: 'vanished' });
      await expect(table.tickets.events(number)).rejects.toThrow(/EVENT#000001 does not parse: type/);
      await spoil(table, contactKey(number), { phone: 110 });
      await expect(table.tickets.contact(number)).rejects.toThrow(/CONTACT does not parse: phone/);
      await spoil(table, onceKey('user:li', 'mark-1'), { digest: 7 });
      await expect(opened(table.tickets, 1)).rejects.toThrow(/does not parse: digest/);
      await spoil(table, callKey('twilio:CA1'), { ...callKey('twilio:CA1'), id: 'twilio:CA1', turns: 'none' });
      await expect(table.calls.get('twilio:CA1')).rejects.toThrow(/does not parse: startedAt/);
    });
  });

  describe(`${name} keeps its rows`, () => {
    it('also where one answer can not hold them all', async () => {
      const table = await make();
      // One part of the list alone has more than the megabyte that one answer holds.
      const tickets = Array.from({ length: 16 }, (_, random) => ({
        ...opening({}, { random: random * 80 }).ticket,
        unit: 'x'.repeat(90_000),
      }));
      for (const ticket of tickets) {
        await table.client.send(new PutCommand({ TableName: table.TableName, Item: ticketRow(ticket) }));
      }
      const { items, cursor } = await inState(table.tickets, 'received', { size: 30 });
      expect([new Set(items.map(({ number }) => number)).size, items.length, cursor]).toEqual([16, 16, undefined]);
    });

    it('of marks for a while only, under the name that the template gives the expiry', async () => {
      const table = await make();
      await opened(table.tickets, 0);
      const mark = await rowOf(table, onceKey('user:li', 'mark-0'));
      expect(mark[table.expiryAttribute]).toBe(Date.parse(MONDAY_AT_TEN) / 1000 + 30 * DAY);
    });

    it('of tickets, events and contacts for ever', async () => {
      const table = await make();
      const { number } = await opened(table.tickets, 1);
      for (const key of [ticketKey(number), eventKey(number, 1), contactKey(number)]) {
        const row = await rowOf(table, key);
        expect(row).toMatchObject(key);
        expect(row).not.toHaveProperty(table.expiryAttribute);
      }
    });

    it('of contacts in no index, and name and number in no other row', async () => {
      const table = await make();
      const ticket = await opened(table.tickets, 1);
      await done(table.tickets, ticket, toWaterworks, 'system');
      expect(Object.keys(await rowOf(table, contactKey(ticket.number))).sort()).toEqual(['name', 'phone', 'pk', 'sk']);
      for (const key of [ticketKey(ticket.number), eventKey(ticket.number, 1), onceKey('user:li', 'mark-1')]) {
        expect(JSON.stringify(await rowOf(table, key))).not.toMatch(/"Li"|13812345678/);
      }
    });

    it('of tickets and events where the figures look for them', async () => {
      const table = await make();
      const { number } = opening().ticket;
      await table.tickets.open(opening(), { scope: 's', key: 'k', digest: 'd' });
      const change = changed(opening().ticket, toWaterworks, 'system', '2026-11-23T02:07:00.000Z');
      await table.tickets.commit(change);
      const inBucket = async (pk: string) => {
        const query = new QueryCommand({
          TableName: table.TableName,
          IndexName: Index.byTime,
          KeyConditionExpression: 'byTimePk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
        });
        return ((await table.client.send(query)).Items ?? []).map(({ pk, sk }) => `${pk} ${sk}`);
      };
      expect(number).toBe(change.ticket.number);
      expect(await inBucket('OPENED#2026-11-23T02:00')).toEqual([`TICKET#${number} TICKET`]);
      expect(await inBucket('RECORDED#2026-11-23T02:00')).toEqual([`TICKET#${number} EVENT#000001`]);
      expect(await inBucket('RECORDED#2026-11-23T02:05')).toEqual([`TICKET#${number} EVENT#000002`]);
    });
  });
};
