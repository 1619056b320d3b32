import { describe, expect, it } from 'vitest';
import { lookedUp } from '#domain/calls/found-ticket.ts';
import { emptyCell } from '#domain/figures/cell.ts';
import { CountedTicket, contributionsIn } from '#domain/figures/contributions.ts';
import { ratesOf } from '#domain/figures/rates.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import { factsOf, statesWhere, TicketState } from '#domain/tickets/states.ts';
import { MONDAY_AT_TEN, sampleOf, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const tickets = ticketIn();
const system = { at: MONDAY_AT_TEN, actor: { role: 'system' as const }, correlationId: 'c' };
const isRefused = (state: TicketState, name: Parameters<typeof sampleOf>[0]): boolean => {
  try {
    changeTicket(tickets[state], sampleOf(name), smallDistrict, system);
    return false;
  } catch {
    return true;
  }
};

describe('what a state answers for', () => {
  it('is asked of states that can all be reached', () => {
    expect(Object.keys(tickets).sort()).toEqual([...TicketState.options].sort());
    for (const state of TicketState.options) expect(tickets[state].state).toBe(state);
  });

  it.each(TicketState.options)('%s: its clocks decide whether a card falls, and whether the phone says a due date', (state) => {
    const ticket = tickets[state];
    const { clocks } = factsOf(ticket);
    expect(nextMark(ticket) !== undefined).toBe(clocks === 'run');
    expect(isRefused(state, 'card')).toBe(clocks !== 'run');
    expect(lookedUp(ticket, false).due !== undefined).toBe(clocks !== 'stop');
  });

  it.each(TicketState.options)('%s: it decides what may still come', (state) => {
    const { takesAdditions, takesRecordings, awaitsRating } = factsOf({ state });
    expect(isRefused(state, 'add')).toBe(!takesAdditions);
    expect(isRefused(state, 'record')).toBe(!takesRecordings);
    expect(isRefused(state, 'ring-reporter')).toBe(!awaitsRating);
  });

  it.each(TicketState.options)('%s: what leaves the denominators counts as received and set aside alone', (state) => {
    const ticket = CountedTicket().parse(factsAlone(tickets[state]));
    const cells = contributionsIn(smallDistrict)({ ...ticket, returnedBy: ['heatworks'] }).map(({ cell }) => cell);
    for (const { counts, times } of cells) {
      expect(counts.received).toBe(1);
      if (factsOf(ticket).inDenominators) expect(counts.setAside).toBe(0);
      else {
        expect([counts.setAside, times]).toEqual([1, emptyCell.times]);
        for (const { numerator, denominator } of Object.values(ratesOf(counts))) expect([numerator, denominator]).toEqual([0, 0]);
      }
    }
  });

  it('is over only where the clocks have stopped and nothing is waited for', () => {
    const over = statesWhere(({ isClosed }) => isClosed);
    expect(over.length).toBeGreaterThan(0);
    for (const state of over)
      expect(factsOf({ state })).toMatchObject({ clocks: 'stop', awaitsRouting: false, awaitsRating: false });
  });
});
