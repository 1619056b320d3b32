import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withinDoorTime } from '#adapters/door-time.ts';
import { eventRow, ticketRow } from '#adapters/dynamodb/rows.ts';
import { addToTicketContract } from '#contracts/http/add-to-ticket.ts';
import { personId } from '#domain/person-id.ts';
import { reporterKey } from '#domain/tickets/visibility.ts';
import { addToTicket } from '#functions/resident-api/add-to-ticket.ts';
import { type DynamodbLocal, startDynamodbLocal } from '#local/dynamodb-local.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { apiFunction } from '#runtime/api.ts';
import { opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { claimsOf, httpEvent } from '#test/unit/functions/http-event.ts';
import { GROUPS_CLAIM, ISSUER } from '#test/unit/functions/seeded-hotline.ts';
import { serve } from '#use-cases/operation.ts';
import type { CannedAnswer } from './canned-aws.ts';
import { cancelled, storeThatHears } from './canned-table.ts';
import { markOf } from './matters.ts';
import { ticketsTables } from './tickets-table.ts';

let dynamodb: DynamodbLocal;
beforeAll(async () => {
  dynamodb = await startDynamodbLocal();
});
afterAll(() => dynamodb?.stop());

const change = opening({ reporterKey: reporterKey(personId({ issuer: ISSUER, subject: 'li' })) });
const { number } = change.ticket;

/** The door at which residents add to their tickets, over a store; it has so many milliseconds. */
const doorOver = (store: TicketStore, milliseconds: number) => {
  const needs = { store, district: smallDistrict, now: () => '2026-11-23T03:00:00.000Z', randomBelow: () => 0 };
  const door = apiFunction(serve([addToTicket], needs), {
    groupsClaim: GROUPS_CLAIM,
    within: (_, work) => withinDoorTime(milliseconds, work),
    log: () => undefined,
  });
  return async (text: string) => {
    const sent = { params: { number }, body: { text } };
    const { statusCode, headers, body } = await door(httpEvent(addToTicketContract, sent, claimsOf('li')));
    return { status: statusCode, retryAfter: headers?.['retry-after'], code: JSON.parse(body ?? '').code };
  };
};

it('of ten additions at once each is there, or was told to wait', async () => {
  const { tickets } = await ticketsTables(dynamodb.endpoint)();
  await tickets.open(change, markOf('a'));
  const add = doorOver(tickets, 5000);
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => add(`Also number ${n}`)));
  const told = answers.map(({ status, retryAfter }) => (status === 200 ? 'added' : [status, retryAfter].join()));
  expect(told.filter((one) => !['added', '409,1', '503,2'].includes(one))).toEqual([]);
  const added = (await tickets.events(number)).filter(({ type }) => type === 'added');
  expect(added).toHaveLength(told.filter((one) => one === 'added').length);
});

describe('a table of which no write comes to an end answers 503 and when to ask again', () => {
  const ticket: CannedAnswer = {
    status: 200,
    body: {
      Items: [eventRow(change.event), ticketRow(change.ticket)].map((row) => marshall(row, { removeUndefinedValues: true })),
    },
  };
  it.each([
    ['it throttles', cancelled('ThrottlingError', 'None')],
    ['another writes there for ever', cancelled('TransactionConflict', 'None')],
    ['it never answers', 'silence'],
  ] as [string, CannedAnswer][])('when %s', async (_how, said) => {
    const { store } = await storeThatHears(ticket, said);
    expect(await doorOver(store, 200)('Also this')).toEqual({ status: 503, retryAfter: '2', code: 'busy' });
  });
});
