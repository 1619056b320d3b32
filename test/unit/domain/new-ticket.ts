import type { District } from '#domain/district/district.ts';
import type { Change } from '#domain/tickets/change.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { smallDistrict } from './small-district.ts';

/** A Monday morning, ten o'clock in the district. */
export const MONDAY_AT_TEN = '2026-11-23T02:00:00.000Z';

/** Somebody of each role; the resident is the reporter of the tickets below, the department the waterworks. */
export const actors: Record<Role, Actor> = {
  resident: { role: 'resident', id: 'li' },
  agent: { role: 'agent', id: 'agent-7' },
  department: { role: 'department', id: 'wang', department: 'waterworks' },
  supervisor: { role: 'supervisor', id: 'boss' },
  system: { role: 'system' },
};

/** A matter as a resident files it: a leak in the south, which the waterworks' town unit gets. */
export const leak: Intake = {
  kind: 'help',
  category: 'water-leak',
  channel: 'app',
  matter: 'Water runs down the stairs',
  area: 'south',
  urgent: false,
  anonymous: false,
  reporterKey: 'user:li',
  contact: { name: 'Li', phone: '13812345678' },
};

interface Opening {
  random?: number;
  at?: string;
  district?: District;
}

/** The opening of a ticket about the leak, or about what is said instead. */
export const opening = (
  intake: Partial<Intake> = {},
  { random = 4821, at = MONDAY_AT_TEN, district = smallDistrict }: Opening = {},
): Change =>
  openTicket({ ...leak, ...intake }, ticketNumber('LZ', at.slice(0, 10), random), district, {
    at,
    actor: intake.answer === undefined ? actors.resident : actors.agent,
    correlationId: 'test',
  });

/** What becomes of a ticket when its command is carried out by whoever is named; fails when nothing was to be done. */
export const changed = (ticket: Ticket, command: Command, role: Role, at: string = MONDAY_AT_TEN): Change => {
  const change = changeTicket(ticket, command, smallDistrict, { at, actor: actors[role], correlationId: 'test' });
  if (change === 'already-done') throw new Error(`${command.action} was done already`);
  return change;
};

/** The leak's ticket in each state, each reached by the shortest way. */
export const ticketIn = (): Record<Ticket['state'], Ticket> => {
  const received = opening().ticket;
  const dispatched = changed(received, { action: 'dispatch', department: 'waterworks', rule: 'water' }, 'system').ticket;
  const accepted = changed(dispatched, { action: 'accept' }, 'department').ticket;
  const returned = changed(dispatched, { action: 'return', reason: 'Not ours' }, 'department').ticket;
  const resolved = changed(accepted, { action: 'resolve', outcome: 'Mended' }, 'department').ticket;
  const closed = changed(resolved, { action: 'rate', rating: { solved: true, stars: 5 } }, 'resident').ticket;
  return { received, dispatched, accepted, returned, resolved, closed };
};
