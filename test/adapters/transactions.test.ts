import { marshall } from '@aws-sdk/util-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { dynamoCallBacks } from '#adapters/dynamodb/call-backs.ts';
import { dynamoCallStore } from '#adapters/dynamodb/call-store.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresSource } from '#adapters/dynamodb/figures-source.ts';
import { ticketRow } from '#adapters/dynamodb/rows.ts';
import { dynamoTicketStore } from '#adapters/dynamodb/ticket-store.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { type Asked, awsError, type CannedAnswer, type CannedAws, cannedAws } from './canned-aws.ts';
import { dispatch, markOf } from './matters.ts';
import { callBackOf, endOf, LI } from './suites/call-endings.ts';

// What no emulator does: two transactions that meet, a throttled row, an answer that never comes.

let aws: CannedAws | undefined;
afterEach(() => aws?.stop());

const storeThatHears = async (...answers: CannedAnswer[]) => {
  aws = await cannedAws(...answers);
  const client = documentClient(aws.settings);
  return {
    store: dynamoTicketStore(client, 'tickets'),
    calls: dynamoCallStore(client, 'tickets'),
    callBacks: dynamoCallBacks(client, 'tickets'),
    source: dynamoFiguresSource(client, 'tickets'),
    asked: aws.asked,
  };
};
const written: CannedAnswer = { status: 200, body: {} };
const cancelled = (...codes: (string | { Code: string; Item: unknown })[]): CannedAnswer =>
  awsError('TransactionCanceledException', {
    CancellationReasons: codes.map((code) => (typeof code === 'string' ? { Code: code } : code)),
  });
const mark = (digest: string) => marshall({ digest, number: opening().ticket.number });
const ticketItem: CannedAnswer = {
  status: 200,
  body: { Item: marshall(ticketRow(opening().ticket), { removeUndefinedValues: true }) },
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
    await expect(store.open(opening(), markOf('a'))).rejects.toThrow(/other writers/);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(20);
  });

  it('needs no second look at the mark when the refusal shows it', async () => {
    const { store, asked } = await storeThatHears(
      cancelled({ Code: 'ConditionalCheckFailed', Item: mark('digest') }, 'None'),
      ticketItem,
    );
    expect(await store.open(opening(), markOf('a'))).toMatchObject({ outcome: 'replayed', ticket: { version: 1 } });
    expect(asked.map(({ operation }) => operation)).toEqual(['TransactWriteItems', 'GetItem']);
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
    const { store } = await storeThatHears(cancelled('TransactionConflict', 'None'));
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

describe('the end of a call', () => {
  const refused = awsError('ConditionalCheckFailedException');
  const lost = (seen?: CallBack) => ({ callBack: { seen, becomes: callBackOf(LI, 2), isNew: true } });
  const operations = (asked: Asked[]): string[] => asked.map(({ operation }) => operation);

  it('is one request, and one more that takes the call from those that are looked for', async () => {
    const { calls, asked } = await storeThatHears(written);
    expect(await calls.end(endOf('twilio:CA1', lost()))).toBe('ended');
    expect(operations(asked)).toEqual(['TransactWriteItems', 'UpdateItem']);
  });

  it('needs no row of the call', async () => {
    const { calls } = await storeThatHears(written, refused);
    expect(await calls.end(endOf('parked:1'))).toBe('ended');
  });

  it('is told as failed when it is not known whether the call is looked for, and as written when it comes again', async () => {
    const { calls } = await storeThatHears(written, awsError('AccessDeniedException'));
    await expect(calls.end(endOf('twilio:CA1'))).rejects.toThrow('AccessDenied');
    aws?.stop();
    const again = await storeThatHears(cancelled('ConditionalCheckFailed', 'None'), written);
    expect(await again.calls.end(endOf('twilio:CA1'))).toBe('ended-before');
    expect(operations(again.asked)).toEqual(['TransactWriteItems', 'UpdateItem']);
  });

  it.each([
    ['begins again when it meets another transaction', [cancelled('TransactionConflict', 'None')], 'ended', 2],
    [
      'begins again too when the call-back seems changed by one that may be its own twin',
      [
        cancelled('TransactionConflict', 'None', 'ConditionalCheckFailed', 'None'),
        cancelled('ConditionalCheckFailed', 'None', 'ConditionalCheckFailed', 'None'),
      ],
      'ended-before',
      2,
    ],
    [
      'was written before, whoever is at work on the call-back',
      [cancelled('ConditionalCheckFailed', 'None', 'TransactionConflict', 'None')],
      'ended-before',
      1,
    ],
    ['meets a call-back that was changed', [cancelled('None', 'None', 'ConditionalCheckFailed', 'None')], 'conflict', 1],
  ] as const)('%s', async (_what, answers, outcome, attempts) => {
    const { calls, asked } = await storeThatHears(...answers, written);
    expect(await calls.end(endOf('twilio:CA1', lost(callBackOf(LI, 1))))).toBe(outcome);
    expect(operations(asked).filter((operation) => operation === 'TransactWriteItems')).toHaveLength(attempts);
  });

  it('that always meets another is a fault, not a conflict', async () => {
    const { calls } = await storeThatHears(cancelled('TransactionConflict', 'None'));
    await expect(calls.end(endOf('twilio:CA1'))).rejects.toThrow(/other writers/);
  });

  it('meets somebody who finishes the call-back: for them it has changed', async () => {
    const { callBacks } = await storeThatHears(awsError('TransactionConflictException'));
    expect(await callBacks.replace(callBackOf(LI, 1), callBackOf(LI, 2))).toBe('conflict');
  });
});

it('tickets and calls of five minutes are one request', async () => {
  const { source, asked } = await storeThatHears({ status: 200, body: { Items: [] } });
  expect(await source.openedIn('2026-11-23T02:03:00.000Z')).toEqual({ tickets: [], calls: [] });
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
    await expect(store.open(opening(), markOf('a'))).rejects.toThrow();
    await expect(store.commit(dispatch(opening().ticket))).rejects.toThrow();
    await expect(calls.end(endOf('twilio:CA1'))).rejects.toThrow();
    await expect(callBacks.replace(callBackOf(LI, 1), callBackOf(LI, 2))).rejects.toThrow();
  });
});
