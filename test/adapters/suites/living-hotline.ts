import type fc from 'fast-check';
import { expect } from 'vitest';
import type { Change } from '#domain/tickets/change.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { TicketLists, TicketStore } from '#ports/ticket-store.ts';
import { markOf, secondsLater } from '#test/adapters/matters.ts';
import { actors, opening } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { departments, type Reported, type write } from './list-model.ts';

/** A hotline of tickets that come and change, a second after another. */
export const livingHotline = (store: TicketStore & TicketLists) => {
  let seconds = 0;
  const now = (): string => secondsLater(seconds);
  const tickets = new Map<string, Ticket>();
  const hadByWaterworks = new Set<string>();
  const committed = async (change: Change): Promise<void> => {
    await store.commit(change);
    if (change.ticket.department === 'waterworks') hadByWaterworks.add(change.ticket.number);
    tickets.set(change.ticket.number, change.ticket);
  };
  const open = async (more: Reported, recordedBefore = 0): Promise<void> => {
    const change = opening(more, { random: tickets.size, at: secondsLater(seconds - recordedBefore) });
    await store.open(change, markOf(`living-${tickets.size}`));
    tickets.set(change.ticket.number, change.ticket);
  };
  const commandFor = (ticket: Ticket, what: number): [Command, Actor] | undefined => {
    const clerk: Actor = { role: 'department', id: 'wang', department: ticket.department ?? '' };
    const toggle = { action: 'correct', urgent: !ticket.urgent, danger: 'none', reason: 'Seen' } as const;
    const department = departments[seconds % 2] ?? '';
    if (what === 0) return [{ action: 'withdraw' }, actors.resident];
    if (what < 3) return [toggle, actors.agent];
    if (what === 3) return [{ action: 'reassign', department, rule: `by-hand-${seconds}` }, actors.supervisor];
    if (ticket.state === 'received' || ticket.state === 'returned')
      return [{ action: 'dispatch', department, rule: `by-hand-${seconds}` }, actors.agent];
    if (ticket.state === 'dispatched') return [{ action: 'accept' }, clerk];
    if (ticket.state === 'accepted' && what > 5) return [{ action: 'resolve', outcome: 'Done' }, clerk];
    if (ticket.state === 'accepted') return [{ action: 'return', reason: `Not ours ${seconds}` }, clerk];
    return undefined;
  };
  return {
    now,
    tickets,
    hadByWaterworks,
    open,
    pass: (more: number) => {
      seconds += more;
    },
    /** Does something to one of the tickets, or opens one; it is seen so many seconds after it was recorded. */
    write: async ({ of, what, opens }: typeof write extends fc.Arbitrary<infer W> ? W : never, seenAfter = 0) => {
      seconds += 1;
      const ticket = [...tickets.values()][of];
      if (!ticket) return open(opens, seenAfter);
      const [command, actor] = commandFor(ticket, what) ?? [];
      if (!command || !actor) return;
      try {
        const at = secondsLater(seconds - seenAfter);
        const change = changeTicket(ticket, command, smallDistrict, { at, actor, correlationId: 'test' });
        if (change !== 'already-done') await committed(change);
      } catch (error) {
        expect((error as Error).name).toBe('Refusal');
      }
    },
  };
};
