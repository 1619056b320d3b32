import { DeleteCommand, GetCommand, PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { callBackEventKey, callBackKey, callKey, Index, outcomeKey } from '#adapters/dynamodb/keys.ts';
import { opened, openingsIn, secondsLater } from '#test/adapters/matters.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import type { TicketsTable } from '#test/adapters/tickets-table.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { callBackOf, endOf, LATER, LI } from './ended-calls.ts';

const DAY = 24 * 60 * 60;
const call = { id: 'twilio:CA1', startedAt: MONDAY_AT_TEN, phone: LI, turns: [] };
const lost = { callBack: { seen: undefined, becomes: callBackOf(LI, 1), isNew: true } };

/** What only a table can show of calls: how their rows lie in it, for how long, and who is named where. */
export const callRowsSuite = (name: string, make: () => Promise<TicketsTable>): void => {
  const rows = async ({ client, TableName }: TicketsTable): Promise<Record<string, any>[]> =>
    (await client.send(new ScanCommand({ TableName, ConsistentRead: true }))).Items ?? [];
  const rowOf = async ({ client, TableName }: TicketsTable, Key: Record<string, string>) =>
    (await client.send(new GetCommand({ TableName, Key }))).Item;
  /** A call that was lost, and has ended an hour after it came in. */
  const withLostCall = async (): Promise<TicketsTable> => {
    const table = await make();
    await table.calls.addTurn(call, { step: 0, answer: {} }, secondsLater(600));
    await table.calls.end(endOf('twilio:CA1', lost));
    return table;
  };

  describe(`${name} keeps the rows of a call`, () => {
    it('its outcome for ever, all others for a while', async () => {
      const table = await withLostCall();
      const kept = (await rows(table)).map(({ pk, sk, ...row }) => {
        const days = ((row[table.expiryAttribute] ?? Number.NaN) - Date.parse(MONDAY_AT_TEN) / 1000) / DAY;
        return `${String(pk).split('#')[0]} ${String(sk).split('#')[0]} ${Math.floor(days)}`;
      });
      expect(kept.sort()).toEqual([
        'CALL CALL 30',
        'CALL OUTCOME NaN',
        'CALL RECORDED 40',
        'CALLER CALL-BACK 90',
        'CALLER EVENT 40',
      ]);
    });

    it('with the number of the caller where it is needed, and nowhere else', async () => {
      const table = await withLostCall();
      const naming = (await rows(table)).filter((row) => JSON.stringify(row).includes(LI.slice(-9)));
      expect(naming.map(({ sk }) => sk).sort()).toEqual(['CALL', 'CALL-BACK']);
      expect(await rowOf(table, outcomeKey('twilio:CA1'))).toEqual({
        pk: 'CALL#twilio:CA1',
        sk: 'OUTCOME',
        byTimePk: 'OPENED#2026-11-23T02:00',
        byTimeSk: 'CALL#twilio:CA1',
        openedAt: MONDAY_AT_TEN,
        connected: false,
      });
    });

    it('of call-backs in no index but for who waits, without a number, until they are done', async () => {
      const table = await withLostCall();
      const callBack = lost.callBack.becomes;
      const indexed = async (key: { pk: string; sk: string }) =>
        Object.entries((await rowOf(table, key)) ?? {}).filter(([attribute]) => attribute.startsWith('by'));
      expect(await indexed(callBackEventKey(callBack.id))).toEqual([]);
      const due = { byDuePk: 'DUE#call-backs', byDueSk: `${callBack.since}#${keyOfPhone(LI)}` };
      expect(Object.fromEntries(await indexed(callBackKey(keyOfPhone(LI))))).toEqual(due);
      await table.callBacks.replace(callBack, { ...callBack, version: 2, doneAt: LATER, outcome: 'reached' });
      expect(await indexed(callBackKey(keyOfPhone(LI)))).toEqual([]);
    });

    it('beside the tickets of its five minutes, each by itself', async () => {
      const table = await withLostCall();
      const { number } = await opened(table.tickets, 0);
      const query = new QueryCommand({
        TableName: table.TableName,
        IndexName: Index.byTime,
        KeyConditionExpression: 'byTimePk = :pk',
        ExpressionAttributeValues: { ':pk': 'OPENED#2026-11-23T02:00' },
      });
      const { Items = [] } = await table.client.send(query);
      expect(Items.map(({ byTimeSk }) => byTimeSk).sort()).toEqual(['CALL#twilio:CA1', number].sort());
    });
  });

  describe(`${name} ends a call only once`, () => {
    it('also when its row has expired, and never brings that back', async () => {
      const table = await withLostCall();
      await table.client.send(new DeleteCommand({ TableName: table.TableName, Key: callKey('twilio:CA1') }));
      expect(await table.calls.end(endOf('twilio:CA1', { connected: true, recordedAt: secondsLater(10 * DAY) }))).toBe(
        'ended-before',
      );
      expect(await rowOf(table, callKey('twilio:CA1'))).toBeUndefined();
      expect((await table.source.openedIn(MONDAY_AT_TEN)).calls).toEqual([{ openedAt: MONDAY_AT_TEN, connected: false }]);
      expect(await openingsIn(table.source, secondsLater(10 * DAY))).toEqual([]);
    });

    it('when it died before it was looked for no more: whoever finds it silent finishes that', async () => {
      const table = await make();
      await table.calls.addTurn(call, { step: 0, answer: {} }, secondsLater(600));
      const silentRow = (await rowOf(table, callKey('twilio:CA1'))) ?? {};
      await table.calls.end(endOf('twilio:CA1', lost));
      await table.client.send(new PutCommand({ TableName: table.TableName, Item: silentRow }));
      expect(await table.calls.silent(secondsLater(600), 9)).toEqual(['twilio:CA1']);
      expect(await table.calls.end(endOf('twilio:CA1', lost))).toBe('ended-before');
      expect(await table.calls.silent(secondsLater(600), 9)).toEqual([]);
      expect(await rowOf(table, callKey('twilio:CA1'))).toMatchObject({ turns: [{ step: 0 }] });
      expect(await table.wanted()).toHaveLength(1);
    });
  });

  describe(`${name} refuses a row`, () => {
    it.each([
      [
        'a call-back',
        callBackKey(keyOfPhone(LI)),
        { version: 0 },
        ({ callBacks }: TicketsTable) => callBacks.ofCaller(keyOfPhone(LI)),
        /version/,
      ],
      ['a call', callKey('twilio:CA1'), { phone: 110 }, ({ calls }: TicketsTable) => calls.get('twilio:CA1'), /phone/],
      [
        'an event',
        callBackEventKey(callBackOf(LI, 1).id),
        { correlationId: 7 },
        ({ wanted }: TicketsTable) => wanted(),
        /correlationId/,
      ],
    ])('of %s that is not as it should be', async (_what, key, by, read, where) => {
      const table = await withLostCall();
      const row = await rowOf(table, key);
      await table.client.send(new PutCommand({ TableName: table.TableName, Item: { ...row, ...by } }));
      const error = await read(table).then(() => 'was read', String);
      expect(error).toMatch(where);
      expect(error).not.toContain(LI.slice(-9));
    });

    it('of an outcome, and counts the others', async () => {
      const table = await withLostCall();
      const spoilt = async (by: object) => {
        const row = await rowOf(table, outcomeKey('twilio:CA1'));
        await table.client.send(new PutCommand({ TableName: table.TableName, Item: { ...row, ...by } }));
        return table.source.openedIn(MONDAY_AT_TEN);
      };
      expect(await spoilt({ connected: 'yes' })).toMatchObject({ calls: [], unreadable: 1 });
      expect(await spoilt({ connected: true, mood: 'good' })).toMatchObject({ calls: [{ connected: true }], unreadable: 0 });
    });
  });
};
