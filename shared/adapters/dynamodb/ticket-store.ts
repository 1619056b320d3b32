import { type DynamoDBDocumentClient, GetCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { KEY_DAYS } from '#contracts/http/idempotency.ts';
import { Refusal } from '#domain/errors.ts';
import type { Change } from '#domain/tickets/change.ts';
import type { CountedOpening, IdempotencyMark, Opening, TicketStore } from '#ports/ticket-store.ts';
import { countKeyOf, countOpening, heldBackBy } from './day-counts.ts';
import * as keys from './keys.ts';
import { queryRows } from './query-rows.ts';
import { contactOf, contactRow, eventOf, eventRow, expiry, markOf, ticketOf, ticketRow } from './rows.ts';
import { writeAmongOthers } from './transaction.ts';

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;
const UNLESS_THERE = 'attribute_not_exists(pk)';

/** The place of the mark in a transaction that has one, and of the ticket in that of a change. */
const MARK = 0;
const TICKET = 0;

const markPut = (TableName: string, number: string, { scope, key, digest }: IdempotencyMark, at: string, more = {}) => ({
  Put: {
    TableName,
    ConditionExpression: UNLESS_THERE,
    Item: { ...keys.onceKey(scope, key), digest, number, ...more, expiresAt: expiry(at, KEY_DAYS) },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  },
});

const openingWrites = (TableName: string, change: Change, mark: IdempotencyMark, counted?: CountedOpening): Writes => {
  const { ticket, event, contact } = change;
  const rows = [ticketRow(ticket), eventRow(event), ...(contact ? [contactRow(ticket.number, contact)] : [])];
  return [
    markPut(TableName, ticket.number, mark, event.recordedAt),
    ...rows.map((Item) => ({ Put: { TableName, ConditionExpression: UNLESS_THERE, Item } })),
    ...(counted ? [countOpening(TableName, ticket.number, event.at, counted)] : []),
  ];
};

const changeWrites = (TableName: string, { seen, ticket, event }: Change): Writes => {
  if (!seen) throw new Error('a change names the version that it was decided on: new tickets are opened');
  const states = Object.fromEntries(seen.states.map((state, place) => [`:state${place}`, state]));
  const ticketPut = {
    TableName,
    Item: ticketRow(ticket),
    ConditionExpression: `#version = :seen AND #state IN (${Object.keys(states).join(', ')})`,
    ExpressionAttributeNames: { '#version': 'version', '#state': 'state' },
    ExpressionAttributeValues: { ':seen': seen.version, ...states },
  };
  return [{ Put: ticketPut }, { Put: { TableName, Item: eventRow(event), ConditionExpression: UNLESS_THERE } }];
};

/** The tickets' table as a TicketStore. Every read sees the last write; a row that is not what it should be throws. */
export const dynamoTicketStore = (client: DynamoDBDocumentClient, table: string): TicketStore => {
  const row = async (Key: Record<string, string>): Promise<Record<string, unknown> | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;

  const rowsFrom = (number: string, from: string, to: string): Promise<Record<string, unknown>[]> =>
    queryRows(client, {
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': keys.ticketKey(number).pk, ':from': from, ':to': to },
      ConsistentRead: true,
    });

  const get: TicketStore['get'] = async (number) => {
    // Events come before the ticket in one partition; the contact, which no reader of tickets is to see, before both.
    const rows = await rowsFrom(number, keys.EVENT_PREFIX, keys.ticketKey(number).sk);
    const found = rows.pop();
    return found && ticketOf(found, rows);
  };

  type Replayed = Extract<Opening, { outcome: 'replayed' }>;
  const replay = async (mark: IdempotencyMark, found: Record<string, unknown> | undefined): Promise<Replayed> => {
    // Emulators may not hand the row over with the refusal.
    const { digest, number, joined } = markOf(found ?? (await row(keys.onceKey(mark.scope, mark.key))) ?? {});
    if (digest !== mark.digest) throw new Refusal('idempotency-key-reused');
    const ticket = await get(number);
    if (!ticket) throw new Error(`ticket ${number} has a mark but no row`);
    return { outcome: 'replayed', ticket, joined };
  };

  return {
    get,
    open: async (change, mark, counted) => {
      const writes = openingWrites(table, change, mark, counted);
      const result = await writeAmongOthers(client, writes, MARK);
      if (result.written) return { outcome: 'opened' };
      if (result.refused.has(MARK)) return replay(mark, result.found[MARK]);
      const count = writes.length - 1;
      if (!counted || !result.refused.has(count)) return { outcome: 'number-taken' };
      return heldBackBy(result.found[count] ?? (await row(countKeyOf(counted))) ?? {});
    },
    join: async ({ number, at, change }, mark) => {
      const changes = change ? changeWrites(table, change) : [];
      const writes = [markPut(table, number, mark, at, { joined: true }), ...changes];
      const result = await writeAmongOthers(client, writes, MARK);
      if (result.written) return { outcome: 'joined' };
      return result.refused.has(MARK) ? replay(mark, result.found[MARK]) : { outcome: 'conflict' };
    },
    commit: async (change) =>
      (await writeAmongOthers(client, changeWrites(table, change), TICKET)).written ? 'committed' : 'conflict',
    contact: async (number) => {
      const found = await row(keys.contactKey(number));
      return found && contactOf(found);
    },
    numberOf: async ({ scope, key }) => {
      const found = await row(keys.onceKey(scope, key));
      return found && markOf(found).number;
    },
    events: async (number) => {
      const rows = await rowsFrom(number, keys.EVENT_PREFIX, `${keys.EVENT_PREFIX}~`);
      return rows.map(eventOf);
    },
  };
};
