import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { withinDoorTime } from '#adapters/door-time.ts';
import { eventRow, ticketRow } from '#adapters/dynamodb/rows.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { awsError, type CannedAnswer } from './canned-aws.ts';
import { cancelled, storeThatHears, written } from './canned-table.ts';
import { dispatch, markOf } from './matters.ts';
import { callBackOf, endOf, LI } from './suites/ended-calls.ts';

// What no emulator does: two transactions that meet, a throttled row, an answer that never comes.

const mark = (digest: string) => marshall({ digest, number: opening().ticket.number });
const ticketItem: CannedAnswer = {
  status: 200,
  body: {
    Items: [eventRow(opening().event), ticketRow(opening().ticket)].map((row) => marshall(row, { removeUndefinedValues: true })),
  },
};

describe('an opening', () => {
  it('is one request', async () => {
    const { store, asked } = await storeThatHears(written);
    expect(await store.open(opening(), markOf('a'))).toEqual({ outcome: 'opened' });
    expect(asked.map(({ operation }) => operation)).toEqual(['TransactWriteItems']);
  });

  it('begins again when it meets another transaction', async () => {
    const { store, asked } = await storeThatHears(cancelled('TransactionConflict', 'None', 'None'), written);
    expect(await store.open(opening(), markOf('a'))).toEqual({ outcome: 'opened' });
    expect(asked).toHaveLength(2);
  });

  it('begins again too when its number seems taken by a transaction that may be its own twin', async () => {
    const twins = cancelled('TransactionConflict', 'ConditionalCheckFailed', 'None');
    const { store } = await storeThatHears(
      twins,
      cancelled({ Code: 'ConditionalCheckFailed', Item: mark('digest') }, 'None'),
      ticketItem,
    );
    expect(await store.open(opening(), markOf('a'))).toMatchObject({ outcome: 'replayed' });
  });

  it('gives up when it always meets another, and then nothing was said to be written', async () => {
    const { store, asked } = await storeThatHears(cancelled('TransactionConflict', 'None'));
    await expect(withinDoorTime(600, () => store.open(opening(), markOf('a')))).rejects.toThrow(/other writers/);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(20);
  });

  it('needs no second look at the mark when the refusal shows it', async () => {
    const { store, asked } = await storeThatHears(
      cancelled({ Code: 'ConditionalCheckFailed', Item: mark('digest') }, 'None'),
      ticketItem,
    );
    expect(await store.open(opening(), markOf('a'))).toMatchObject({ outcome: 'replayed', ticket: { version: 1 } });
    expect(asked.map(({ operation }) => operation)).toEqual(['TransactWriteItems', 'Query']);
  });

  it('looks at the mark when the refusal does not show it, as the table last had it', async () => {
    const markItem: CannedAnswer = { status: 200, body: { Item: mark('another') } };
    const { store, asked } = await storeThatHears(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed'), markItem);
    await expect(store.open(opening(), markOf('a'))).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(JSON.parse(asked[1]?.body ?? '')).toMatchObject({ ConsistentRead: true, Key: { pk: { S: 'ONCE#user:li#a' } } });
  });

  it('fails when a mark is there whose ticket is not', async () => {
    const refusal = cancelled({ Code: 'ConditionalCheckFailed', Item: mark('digest') }, 'None');
    const { store } = await storeThatHears(refusal, { status: 200, body: {} });
    await expect(store.open(opening(), markOf('a'))).rejects.toThrow(/has a mark but no row/);
  });
});

describe('a change', () => {
  const change = dispatch(opening().ticket);

  it('is one request', async () => {
    const { store, asked } = await storeThatHears(written);
    expect(await store.commit(change)).toBe('committed');
    expect(asked.map(({ operation }) => operation)).toEqual(['TransactWriteItems']);
  });

  it('that meets another transaction is a conflict', async () => {
    const { store } = await storeThatHears(cancelled('TransactionConflict', 'None'), cancelled('ConditionalCheckFailed', 'None'));
    expect(await store.commit(change)).toBe('conflict');
  });

  it('whose answer is lost is asked for again as the same request, so that it is not refused by itself', async () => {
    const { store, asked } = await storeThatHears({ status: 500, body: {} }, written);
    expect(await store.commit(change)).toBe('committed');
    const tokens = asked.map(({ body }) => (JSON.parse(body) as { ClientRequestToken: string }).ClientRequestToken);
    expect(tokens[0]).toMatch(/\w{8,}/);
    expect(tokens).toEqual([tokens[0], tokens[0]]);
  });

  it('that waits too long for its answer is asked for again', async () => {
    const { store, asked } = await storeThatHears('silence', written);
    expect(await store.commit(change)).toBe('committed');
    expect(asked).toHaveLength(2);
  });
});

it('tickets and calls of five minutes are one request', async () => {
  const { source, asked } = await storeThatHears({ status: 200, body: { Items: [] } });
  expect(await source.openedIn('2026-11-23T02:03:00.000Z')).toEqual({ tickets: [], calls: [], unreadable: 0 });
  expect(asked.map(({ operation }) => operation)).toEqual(['Query']);
});

describe('anything else is a fault', () => {
  it.each([
    ['a throttled row', cancelled('None', 'ThrottlingError')],
    ['a throttled row beside a false condition', cancelled('ConditionalCheckFailed', 'ThrottlingError')],
    ['a row that is too large', cancelled('ValidationError', 'None')],
    ['no reasons', awsError('TransactionCanceledException')],
    ['a right that is missing', awsError('AccessDeniedException')],
    ['a table that is missing', awsError('ResourceNotFoundException')],
  ])('%s', async (_what, answer) => {
    const { store, calls, callBacks } = await storeThatHears(answer);
    await withinDoorTime(0, async () => {
      await expect(store.open(opening(), markOf('a'))).rejects.toThrow();
      await expect(store.commit(dispatch(opening().ticket))).rejects.toThrow();
      await expect(calls.end(endOf('twilio:CA1'))).rejects.toThrow();
      await expect(callBacks.replace(callBackOf(LI, 1), callBackOf(LI, 2))).rejects.toThrow();
    });
  });
});
