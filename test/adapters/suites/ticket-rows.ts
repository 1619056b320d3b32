import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { callKey, contactKey, eventKey, Index, onceKey, ticketKey } from '#adapters/dynamodb/keys.ts';
import { ticketRow } from '#adapters/dynamodb/rows.ts';
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
      ['a field that we never wrote', { colour: 'blue' }, /the row \(unrecognized_keys\)/],
      ['a matter of another type', { matter: 17 }, /matter/],
    ])('of a ticket with %s, without telling what it says', async (_what, by, where) => {
      const table = await make();
      const { number } = await opened(table.tickets, 1);
      await spoil(table, ticketKey(number), by);
      const reads = [
        () => table.tickets.get(number),
        () => table.tickets.inState('received', { size: 9 }),
        () => table.tickets.ofReporter('user:li', { size: 9 }),
      ];
      for (const read of reads) {
        const error = await read().then(() => 'was read', String);
        expect(error).toMatch(where);
        expect(error).not.toMatch(/lost|blue|stairs/);
      }
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
      const additions = Array.from({ length: 20 }, (_, place) => ({
        text: '水'.repeat(999) + String.fromCharCode(65 + place),
        at: MONDAY_AT_TEN,
      }));
      const tickets = Array.from({ length: 20 }, (_, random) => ({ ...opening({}, { random }).ticket, additions }));
      for (const ticket of tickets) {
        await table.client.send(new PutCommand({ TableName: table.TableName, Item: ticketRow(ticket) }));
      }
      const { items, cursor } = await table.tickets.inState('received', { size: 30 });
      expect([new Set(items.map(({ number }) => number)).size, items.length, cursor]).toEqual([20, 20, undefined]);
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
        return ((await table.client.send(query)).Items ?? []).map(({ sk, version }) => `${sk} ${version}`);
      };
      expect(number).toBe(change.ticket.number);
      expect(await inBucket('OPENED#2026-11-23T02:00')).toEqual(['TICKET 2']);
      expect(await inBucket('RECORDED#2026-11-23T02:00')).toEqual(['EVENT#000001 1']);
      expect(await inBucket('RECORDED#2026-11-23T02:05')).toEqual(['EVENT#000002 2']);
    });
  });
};
