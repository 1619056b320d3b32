import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { eventRow, ticketRow } from '#adapters/dynamodb/rows.ts';
import type { District } from '#domain/district/district.ts';
import { localTime, offsetMinutes, plusMinutes } from '#domain/instant.ts';
import type { Change } from '#domain/tickets/change.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';

const intake: Intake = {
  kind: 'help',
  channel: 'app',
  matter: '路灯不亮',
  area: 'jixia-wenyuan',
  category: 'street-lights',
  urgent: false,
  anonymous: false,
  reporterKey: 'user:bench',
};

/** A ticket that was opened then, by the n-th person of that day. */
export const openedAt = (at: string, n: number, district: District): Change => {
  const { day } = localTime(at, offsetMinutes(district.utcOffset));
  const circumstances = { at, actor: { role: 'system' as const }, correlationId: 'bench' };
  return openTicket(intake, ticketNumber(district.letters, day, n % 100_000), district, circumstances);
};

const inPieces = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, piece) => all.slice(piece * size, (piece + 1) * size));

/** Writes tickets and their first events, as fast as it goes: twenty-five rows a request, eight requests at once. */
export const writeAll = async (client: DynamoDBDocumentClient, table: string, changes: readonly Change[]): Promise<void> => {
  const rows = changes.flatMap(({ ticket, event }) => [ticketRow(ticket), eventRow(event)]);
  const batches = inPieces(rows, 25);
  const worker = async (): Promise<void> => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) {
      await client.send(new BatchWriteCommand({ RequestItems: { [table]: batch.map((Item) => ({ PutRequest: { Item } })) } }));
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
};

/** So many tickets of the past, evenly over the hundred days that end two days before `now`, all of them resolved. */
export const oldTickets = (count: number, now: string, district: District): Change[] =>
  Array.from({ length: count }, (_, n) => {
    const minutesAgo = 2 * 24 * 60 + (n * 100 * 24 * 60) / count;
    const change = openedAt(plusMinutes(now, -minutesAgo), n, district);
    return { ...change, ticket: { ...change.ticket, state: 'resolved', resolvedAt: change.ticket.openedAt, outcome: '已修好' } };
  });
