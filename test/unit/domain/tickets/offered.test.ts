import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#domain/instant.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import { type Command, type CommandName, commands } from '#domain/tickets/commands.ts';
import { toAcceptAgain } from '#domain/tickets/duty.ts';
import { offeredTo } from '#domain/tickets/offered.ts';
import { factsAlone } from '#domain/tickets/said.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { summaryOf } from '#domain/tickets/ticket-summary.ts';
import { actors, MONDAY_AT_TEN, sampleOf } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { dutyHotline } from '#test/unit/functions/duty-hotline.ts';
import { lives, ticketsOf } from '#test/unit/functions/random-lives.ts';

const names = Object.keys(commands) as CommandName[];
const offered = (ticket: Ticket, actor: Actor): CommandName[] =>
  offeredTo(actor.role, { state: ticket.state, ...(toAcceptAgain(ticket) && { toAcceptAgain: true }) });

/** The command, told something that the ticket does not say yet. */
const toldNew = (name: CommandName, ticket: Ticket): Command => {
  const department = ticket.department === 'waterworks' ? 'centre' : 'waterworks';
  const category = ticket.category === 'noise' ? 'water-leak' : 'noise';
  const told: Partial<Record<CommandName, object>> = {
    dispatch: { department },
    reassign: { department },
    correct: { category },
    return: { reason: 'Of this test' },
    resolve: { outcome: 'Of this test' },
    add: { text: 'Of this test' },
  };
  return { ...sampleOf(name), ...told[name] } as Command;
};

/** What came of a command: that it changed the ticket, that nothing was left to do, or the code of the refusal. */
const outcomeOf = (name: CommandName, ticket: Ticket, actor: Actor): string => {
  const at = plusMinutes(MONDAY_AT_TEN, 100_000);
  try {
    const change = changeTicket(ticket, toldNew(name, ticket), smallDistrict, { at, actor, correlationId: 'test' });
    return change === 'already-done' ? change : 'changed';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const viewersOf = (ticket: Ticket): Actor[] => [
  actors.resident,
  actors.agent,
  actors.supervisor,
  { role: 'department', id: 'wang', department: ticket.department ?? '' },
];

describe('what is offered to a person', () => {
  it('is taken, and what is not is refused or done already, for random lives', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(lives, (written) => {
        for (const ticket of ticketsOf(written)) {
          for (const actor of viewersOf(ticket).filter((one) => one.role !== 'department' || ticket.department !== undefined)) {
            const now = offered(ticket, actor);
            for (const name of names) {
              const outcome = outcomeOf(name, ticket, actor);
              const isListed = now.includes(name);
              if (isListed) seen.add(`${actor.role} ${name}`);
              const what = `${name} by ${actor.role} of a ticket that is ${ticket.state}`;
              if (isListed) expect([what, outcome]).toEqual([what, 'changed']);
              else
                expect([what, ['already-done', 'role-not-allowed', 'state-not-allowed'].includes(outcome)]).toEqual([what, true]);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual(
      [
        ...['resident add', 'resident rate', 'resident withdraw'],
        ...['agent correct', 'agent dispatch', 'supervisor correct', 'supervisor reassign'],
        ...['department accept', 'department resolve', 'department return'],
      ].sort(),
    );
  });

  it('is the same in a list as on the page of one ticket', () => {
    fc.assert(
      fc.property(lives, (written) => {
        for (const ticket of ticketsOf(written)) {
          for (const actor of viewersOf(ticket))
            expect(offeredTo(actor.role, summaryOf(factsAlone(ticket)))).toEqual(offered(ticket, actor));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is acceptance once more where a danger was told after it, until that is done', async () => {
    const { open, does, asWater, pass, tickets } = dutyHotline();
    const number = await open({ reporterKey: 'user:li', matter: '路灯坏了三盏' });
    const isOffered = async (): Promise<boolean> => {
      const ticket = (await tickets.get(number)) ?? expect.fail('no ticket');
      expect(summaryOf(factsAlone(ticket)).toAcceptAgain ?? false).toBe(toAcceptAgain(ticket));
      return offered(ticket, asWater).includes('accept');
    };
    expect(await isOffered()).toBe(true);
    await does(number, { action: 'accept' }, asWater);
    expect(await isOffered()).toBe(false);
    pass(10);
    await does(number, { action: 'add', text: '现在电线杆着火了，有人被困' }, actors.resident);
    expect(await isOffered()).toBe(true);
    await does(number, { action: 'accept' }, asWater);
    expect(await isOffered()).toBe(false);
  });
});
