import { describe, expect, it } from 'vitest';
import { Refusal, type RefusalCode } from '#domain/errors.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import { factsOf, TicketState } from '#domain/tickets/states.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { Role } from '#domain/tickets/ticket-words.ts';
import { transitions } from '#domain/tickets/transitions.ts';
import { actors, leak, MONDAY_AT_TEN, sampleOf, ticketIn } from '#test/unit/domain/new-ticket.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

/**
 * Who may do what in which state, written from the rules of the hotline and not from the code: the new state, `done`
 * for what was done already, `unknown` for a ticket that is not the department's, `-` for what can't be done there.
 */
const TABLE = `
                    received    dispatched  accepted   returned    resolved  closed  withdrawn | roles
  dispatch          dispatched  -           -          dispatched  -         -       -         | agent system
  reassign          dispatched  dispatched  dispatched dispatched  -         -       -         | supervisor
  correct           received    dispatched  accepted   returned    -         -       -         | agent supervisor system
  assign            -           dispatched  -          -           -         -       -         | system
  accept            unknown     accepted    done       -           done      done    unknown   | department
  return            unknown     returned    returned   -           -         -       unknown   | department
  resolve           unknown     -           resolved   -           -         -       unknown   | department
  add               received    dispatched  accepted   returned    resolved  -       -         | resident system
  rate              -           -           -          -           closed    -       -         | resident system
  card              received    dispatched  accepted   returned    -         -       -         | system
  record            received    dispatched  accepted   returned    resolved  closed  withdrawn | system
  ring-reporter     -           -           -          -           resolved  -       -         | system
  leave-reporter    -           -           -          -           resolved  -       -         | system
  hide-reporter     received    dispatched  accepted   returned    resolved  closed  withdrawn | system
  put-off-reporter  done        done        done       done        done      done    done      | system
  ring-duty         received    dispatched  accepted   returned    resolved  -       -         | system
  refuse-duty       received    dispatched  accepted   returned    resolved  -       -         | system
  put-off-duty      done        done        done       done        done      done    done      | system
  hold-duty         done        done        done       done        done      done    done      | system
  take-duty         done        done        done       done        done      done    done      | system
  leave-duty        received    dispatched  accepted   returned    resolved  -       -         | system
  withdraw          withdrawn   withdrawn   withdrawn  withdrawn   -         -       done      | resident
`;

const [header = '', ...rows] = TABLE.trim().split('\n');
const states = header.split('|')[0]?.trim().split(/\s+/) as TicketState[];
const cases = rows.flatMap((row) => {
  const [cells = '', roles = ''] = row.split('|');
  const [action = '', ...results] = cells.trim().split(/\s+/);
  return states.flatMap((state, place) =>
    Role.options.map((role) => {
      const allowed = roles.trim().split(' ').includes(role);
      return { action: action as Command['action'], state, role, result: allowed ? (results[place] ?? '') : 'role-not-allowed' };
    }),
  );
});

const CODES: Record<string, RefusalCode> = { '-': 'state-not-allowed', unknown: 'ticket-unknown' };

/** The state after a command, `done`, or the code of the refusal. */
const outcome = (command: Command, state: TicketState, role: Role): string => {
  try {
    const change = changeTicket(ticketIn()[state], command, smallDistrict, {
      at: MONDAY_AT_TEN,
      actor: actors[role],
      correlationId: 'c',
    });
    return change === 'already-done' ? 'done' : change.ticket.state;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('every action in every state by every role', () => {
  it('is in the table', () => {
    expect(cases).toHaveLength(rows.length * states.length * Role.options.length);
    expect(states).toEqual(TicketState.options);
    expect(['open', 'answer', ...rows.map((row) => row.trim().split(/\s+/)[0])].sort()).toEqual(Object.keys(transitions).sort());
  });

  it.each(cases)('$action of a $state ticket by $role: $result', ({ action, state, role, result }) => {
    expect(outcome(sampleOf(action), state, role)).toBe(CODES[result] ?? result);
  });
});

/** What is true of a ticket in each state, written from the rules too. Clocks that run lead to the due date. */
const FACTS = `
                    received    dispatched  accepted   returned    resolved  closed  withdrawn
  clocks            run         run         run        run         stop      stop    stop
  awaitsRouting     yes         no          no         no          no        no      no
  awaitsRating      no          no          no         no          yes       no      no
  takesAdditions    yes         yes         yes        yes         yes       no      no
  takesRecordings   yes         yes         yes        yes         yes       yes     yes
  isAccepted        no          no          yes        no          yes       yes     no
  isWithDepartment  no          yes         yes        no          no        no      no
  isClosed          no          no          no         no          no        yes     yes
  inDenominators    yes         yes         yes        yes         yes       yes     no
`;

describe('the facts of each state', () => {
  it('are as in the table', () => {
    const [head = '', ...lines] = FACTS.trim().split('\n');
    const said = (value: unknown): unknown => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value);
    expect(head.trim().split(/\s+/)).toEqual(TicketState.options);
    for (const [place, state] of TicketState.options.entries()) {
      const expected = lines.map((line) => line.trim().split(/\s+/)).map(([fact, ...values]) => [fact, values[place]]);
      const facts = Object.entries(factsOf({ state })).map(([fact, value]) => [fact, said(value)]);
      expect([state, facts.sort()]).toEqual([state, expected.sort()]);
    }
  });
});

describe('opening a ticket', () => {
  const number = ticketNumber('LZ', '2026-11-23', 7);
  const open = (role: Role, answer?: string): string | RefusalCode => {
    try {
      const circumstances = { at: MONDAY_AT_TEN, actor: actors[role], correlationId: 'c' };
      const { ticket, event } = openTicket({ ...leak, ...(answer && { answer }) }, number, smallDistrict, circumstances);
      return `${ticket.state} by ${event.type}`;
    } catch (error) {
      return (error as Refusal).code;
    }
  };

  it.each([
    ['resident', 'received by opened', 'role-not-allowed'],
    ['agent', 'received by opened', 'resolved by answered'],
    ['system', 'received by opened', 'role-not-allowed'],
    ['department', 'role-not-allowed', 'role-not-allowed'],
    ['supervisor', 'role-not-allowed', 'role-not-allowed'],
  ] as const)('by %s: %s; with an answer: %s', (role, opened, answered) => {
    expect(open(role)).toBe(opened);
    expect(open(role, 'Room 4')).toBe(answered);
  });
});
