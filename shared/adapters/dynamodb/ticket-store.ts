import { type DynamoDBDocumentClient, GetCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { KEY_DAYS } from '#contracts/http/idempotency.ts';
import { Refusal } from '#domain/errors.ts';
import type { Change } from '#domain/tickets/change.ts';
import type { IdempotencyMark, Opening, TicketStore } from '#ports/ticket-store.ts';
import * as keys from './keys.ts';
import { queryRows } from './query-rows.ts';
import { contactOf, contactRow, eventOf, eventRow, expiry, markOf, ticketOf, ticketRow } from './rows.ts';
import { writeAmongOthers } from './transaction.ts';

type Writes = NonNullable<TransactWriteCommandInput['TransactItems']>;
const UNLESS_THERE = 'attribute_not_exists(pk)';

/** The place of the mark in the transaction of an opening, and of the ticket in that of a change. */
const MARK = 0;
const TICKET = 0;

const openingWrites = (
  TableName: string,
  { ticket, event, contact }: Change,
  { scope, key, digest }: IdempotencyMark,
): Writes => {
  const markRow = { ...keys.onceKey(scope, key), digest, number: ticket.number, expiresAt: expiry(event.recordedAt, KEY_DAYS) };
  const puts = [
    { Item: markRow, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const },
    { Item: ticketRow(ticket) },
    { Item: eventRow(event) },
    ...(contact ? [{ Item: contactRow(ticket.number, contact) }] : []),
  ];
  return puts.map((put) => ({ Put: { TableName, ConditionExpression: UNLESS_THERE, ...put } }));
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

  const replay = async (mark: IdempotencyMark, found: Record<string, unknown> | undefined): Promise<Opening> => {
    // Emulators may not hand the row over with the refusal.
    const { digest, number } = markOf(found ?? (await row(keys.onceKey(mark.scope, mark.key))) ?? {});
    if (digest !== mark.digest) throw new Refusal('idempotency-key-reused');
    const ticket = await get(number);
    if (!ticket) throw new Error(`ticket ${number} has a mark but no row`);
    return { outcome: 'replayed', ticket };
  };

  return {
    get,
    open: async (change, mark) => {
      const result = await writeAmongOthers(client, openingWrites(table, change, mark), MARK);
      if (result.written) return { outcome: 'opened' };
      return result.refused.has(MARK) ? replay(mark, result.found[MARK]) : { outcome: 'number-taken' };
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
