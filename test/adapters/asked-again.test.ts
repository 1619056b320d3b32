import { describe, expect, it, onTestFinished } from 'vitest';
import { withinDoorTime } from '#adapters/door-time.ts';
import { documentClient } from '#adapters/dynamodb/document-client.ts';
import { dynamoFiguresStore } from '#adapters/dynamodb/figures-store.ts';
import { rowsAt } from '#adapters/dynamodb/rows-at.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { awsError, type CannedAnswer, cannedAws } from './canned-aws.ts';
import { cancelled, storeThatHears, written } from './canned-table.ts';
import { dispatch, markOf } from './matters.ts';
import { endOf } from './suites/ended-calls.ts';

// What no emulator does: a table that throttles, for a while or for ever.

const BUSY = { name: 'Busy' };
const open = async (...answers: CannedAnswer[]) => {
  const { store, asked } = await storeThatHears(...answers);
  return { asked, done: () => store.open(opening(), markOf('a')) };
};
const clientThatHears = async (...answers: CannedAnswer[]) => {
  const aws = await cannedAws(...answers);
  onTestFinished(() => aws.stop());
  return { client: documentClient(aws.settings), asked: aws.asked };
};

describe('a transaction that is cancelled for the load', () => {
  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded'])('is asked for again (%s)', async (code) => {
    const { done, asked } = await open(cancelled('None', code, 'None'), cancelled('None', 'None', code), written);
    expect(await done()).toEqual({ outcome: 'opened' });
    expect(asked).toHaveLength(3);
  });

  it('is asked for again though a condition was false, since that may be over', async () => {
    const { done, asked } = await open(
      cancelled('None', 'ConditionalCheckFailed', 'ThrottlingError'),
      cancelled('None', 'ConditionalCheckFailed', 'None'),
    );
    expect(await done()).toEqual({ outcome: 'number-taken' });
    expect(asked).toHaveLength(2);
  });

  it('is given up when the time of the door is over, after few requests', async () => {
    const { done, asked } = await open(cancelled('None', 'ThrottlingError', 'None'));
    await expect(withinDoorTime(500, done)).rejects.toMatchObject(BUSY);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(9);
  });

  it('is given up at once by a door that has no time left', async () => {
    const { done, asked } = await open(cancelled('None', 'ThrottlingError', 'None'));
    await expect(withinDoorTime(0, done)).rejects.toMatchObject(BUSY);
    expect(asked).toHaveLength(1);
  });

  it('fails at once when it could never be written', async () => {
    const { done, asked } = await open(cancelled('ThrottlingError', 'ValidationError', 'None'));
    await expect(done()).rejects.toMatchObject({ name: 'TransactionCanceledException' });
    expect(asked).toHaveLength(1);
  });

  it('may be one of any sort', async () => {
    const { calls, store } = await storeThatHears(cancelled('None', 'ThrottlingError'));
    await expect(withinDoorTime(50, () => calls.end(endOf('twilio:CA1')))).rejects.toMatchObject(BUSY);
    await expect(withinDoorTime(50, () => store.commit(dispatch(opening().ticket)))).rejects.toMatchObject(BUSY);
    const { client } = await clientThatHears(cancelled('ThrottlingError'));
    const place = { level: 'year', start: '2026', by: 'all', value: 'all' } as never;
    const replace = () => dynamoFiguresStore(client, 'figures').replace([{ place, seen: undefined, cell: undefined }]);
    await expect(withinDoorTime(50, replace)).rejects.toMatchObject(BUSY);
  });
});

describe('a change that meets another transaction', () => {
  const change = dispatch(opening().ticket);
  const conflict = cancelled('TransactionConflict', 'None');

  it('is asked for again, and written when that one wrote nothing', async () => {
    const { store, asked } = await storeThatHears(conflict, conflict, written);
    expect(await store.commit(change)).toBe('committed');
    expect(asked).toHaveLength(3);
  });

  it('is given up when it always meets one', async () => {
    const { store } = await storeThatHears(conflict);
    await expect(withinDoorTime(300, () => store.commit(change))).rejects.toMatchObject(BUSY);
  });
});

describe('keys that a batch left out', () => {
  const keys = Array.from({ length: 120 }, (_, n) => ({ pk: 'a', sk: String(n) }));
  const answer = (found: number, leftOut: number): CannedAnswer => ({
    status: 200,
    body: {
      Responses: { figures: Array.from({ length: found }, () => ({ pk: { S: 'a' } })) },
      UnprocessedKeys: leftOut ? { figures: { Keys: Array.from({ length: leftOut }, () => ({ pk: { S: 'a' } })) } } : {},
    },
  });

  it('are asked for again', async () => {
    const { client, asked } = await clientThatHears(answer(60, 40), answer(58, 2), answer(2, 0));
    expect(await rowsAt(client, 'figures', keys)).toHaveLength(120);
    expect(asked).toHaveLength(3);
  });

  it('are given up when they are left out for ever, after few requests', async () => {
    const { client, asked } = await clientThatHears(answer(0, 100));
    await expect(withinDoorTime(500, () => rowsAt(client, 'figures', keys))).rejects.toMatchObject(BUSY);
    expect(asked.length).toBeLessThan(9);
  });

  it('are asked for one time where all is found', async () => {
    const { client, asked } = await clientThatHears(answer(100, 0), answer(20, 0));
    expect(await rowsAt(client, 'figures', keys)).toHaveLength(120);
    expect(asked).toHaveLength(2);
  });
});

describe('a request that is refused for the load, or fails for an outage, is Busy', () => {
  it.each([
    ['throttled', awsError('ProvisionedThroughputExceededException')],
    ['throttled by the account', awsError('RequestLimitExceeded')],
    ['an outage', { status: 503, body: {} }],
  ] as [string, CannedAnswer][])('%s', async (_what, said) => {
    const { store, asked } = await storeThatHears(said);
    await expect(store.get('LZ261123100016')).rejects.toMatchObject(BUSY);
    expect(asked).toHaveLength(3);
  });

  it('and one that is wrong is not', async () => {
    const { store, asked } = await storeThatHears(awsError('ValidationException'));
    await expect(store.get('LZ261123100016')).rejects.not.toMatchObject(BUSY);
    expect(asked).toHaveLength(1);
  });
});
