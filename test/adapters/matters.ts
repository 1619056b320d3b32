import { messageOf, type TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { Change } from '#domain/tickets/change.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { workItem } from '#domain/tickets/work-item.ts';
import type { FiguresSource } from '#ports/figures.ts';
import type { IdempotencyMark, TicketStore } from '#ports/ticket-store.ts';
import { changed, MONDAY_AT_TEN, opening } from '#test/unit/domain/new-ticket.ts';

/** The message that tells of a change; that of an assignment with the work. */
export const messageFor = ({ event, ticket }: Change): TicketEventMessage => {
  const isAssignment = event.type === 'assigned' && ticket.department !== undefined;
  return messageOf(event, isAssignment ? workItem(ticket, ticket.department ?? '', event.unit) : undefined);
};

/** A mark of its own for each key. */
export const markOf = (key: string, more: Partial<IdempotencyMark> = {}): IdempotencyMark => ({
  scope: 'user:li',
  key,
  digest: 'digest',
  ...more,
});

/** A moment so many seconds after Monday at ten. */
export const secondsLater = (seconds: number): string => new Date(Date.parse(MONDAY_AT_TEN) + seconds * 1000).toISOString();

/** Opens the `random`-th ticket in a store, a second after the one before it. */
export const opened = async (
  store: TicketStore,
  random: number,
  intake: Partial<Intake> = {},
  at: string = secondsLater(random),
): Promise<Ticket> => {
  const change = opening(intake, { random, at });
  const { outcome } = await store.open(change, markOf(`mark-${random}`));
  if (outcome !== 'opened') throw new Error(`ticket ${random} was ${outcome}`);
  return change.ticket;
};

/** Carries a command out on a ticket as it is given, and writes it. */
export const done = async (store: TicketStore, ticket: Ticket, command: Command, role: Role): Promise<Ticket> => {
  const change = changed(ticket, command, role);
  if ((await store.commit(change)) !== 'committed') throw new Error(`${command.action} met a conflict`);
  return change.ticket;
};

export const toWaterworks: Extract<Command, { action: 'dispatch' }> = {
  action: 'dispatch',
  department: 'waterworks',
  rule: 'water',
};

/** The dispatch of a ticket, not yet written. */
export const dispatch = (ticket: Ticket, rule = 'water'): Change => changed(ticket, { ...toWaterworks, rule }, 'system');

/** Dispatches, accepts and resolves a ticket. */
export const resolved = async (store: TicketStore, ticket: Ticket): Promise<Ticket> => {
  const dispatched = await done(store, ticket, toWaterworks, 'system');
  const accepted = await done(store, dispatched, { action: 'accept' }, 'department');
  return done(store, accepted, { action: 'resolve', outcome: 'Mended' }, 'department');
};

/** The five minutes in which that was opened which was recorded in five minutes, each once. */
export const openingsIn = async (source: FiguresSource, at: string): Promise<string[]> => [
  ...new Set((await source.recordedIn(at)).map(({ opened }) => opened)),
];
