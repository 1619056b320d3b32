import type { Instant } from '#domain/instant.ts';
import { dutyDueAt } from '#domain/tickets/duty.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { DueKind } from '#ports/ticket-store.ts';
import { inOrder } from './in-order.ts';

/** Into so many shards the ordinary tickets fall, by the last two random digits of their numbers. */
const SHARDS = 8;

const dueAt = (which: DueKind, ticket: Ticket): Instant | undefined => {
  const rung = dutyDueAt(ticket);
  if (which === 'duty') return rung;
  if (which === 'reporters') return factsOf(ticket).awaitsRating && rung === undefined ? ticket.reporterCalls?.nextAt : undefined;
  return ticket.urgent === (which === 'urgent') ? nextMark(ticket)?.at : undefined;
};
const shardOf = (which: DueKind, number: string): number => (which === 'ordinary' ? Number(number.slice(-3, -1)) % SHARDS : 0);

/** Numbers of the tickets that are due by `until`, earliest first, at most `most` of each shard. */
export const dueTickets = (tickets: Iterable<Ticket>, which: DueKind, until: Instant, most: number): string[] => {
  const taken = new Map<number, number>();
  return [...tickets]
    .map((ticket): [Instant, string] => [dueAt(which, ticket) ?? '', ticket.number])
    .filter(([at]) => at !== '' && at <= until)
    .sort(inOrder)
    .map(([, number]) => number)
    .filter((number) => {
      const shard = shardOf(which, number);
      const before = taken.get(shard) ?? 0;
      taken.set(shard, before + 1);
      return before < most;
    });
};
