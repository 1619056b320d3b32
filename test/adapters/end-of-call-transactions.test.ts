import { describe, expect, it } from 'vitest';
import { withinDoorTime } from '#adapters/door-time.ts';
import type { CallBack } from '#domain/calls/call-back.ts';
import { type Asked, awsError } from './canned-aws.ts';
import { cancelled, storeThatHears, written } from './canned-table.ts';
import { callBackOf, endOf, LI } from './suites/ended-calls.ts';

// What no emulator does: two transactions that meet, a throttled row, an answer that never comes.

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
    await expect(withinDoorTime(600, () => calls.end(endOf('twilio:CA1')))).rejects.toThrow(/other writers/);
  });

  it('meets somebody who finishes the call-back: for them it has changed', async () => {
    const { callBacks } = await storeThatHears(awsError('TransactionConflictException'));
    expect(await callBacks.replace(callBackOf(LI, 1), callBackOf(LI, 2))).toBe('conflict');
  });
});
