import { describe, expect, it } from 'vitest';
import type { Desk } from '#channels/heard.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { openTicket } from '#domain/tickets/open-ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import {
  answersWith,
  factsOfTicket,
  type GivenTicket,
  missingIn,
  readScriptedCalls,
  ScriptedCall,
} from '#simulator/telephone/scripted-call.ts';
import { PROVIDERS, type ProviderName } from '#simulator/telephone/telephone.ts';
import { memoryPhoneKeys } from '#test/adapters/memory/phone-keys.ts';
import { besidesKind } from '#test/unit/domain/besides-kind.ts';

import { telephone } from '#test/unit/domain/telephones.ts';
import { hotlineInProcess, linzi } from './hotline-in-process.ts';

/** A Monday in Linzi: 10:30, when people sit at the desk, and 02:30, when nobody does. */
const DAY = '2026-11-23T02:30:00.000Z';
const NIGHT = '2026-11-22T18:30:00.000Z';

const moments: [name: string, at: Instant, desk: Desk | undefined, isOpen: boolean][] = [
  ['in the hours of the desk', DAY, { number: '+8610000000900' }, true],
  ['with a queue at the desk', DAY, { queue: 'agents' }, true],
  ['at night', NIGHT, { number: '+8610000000900' }, false],
  ['without a desk', DAY, undefined, false],
];

type Hotline = ReturnType<typeof hotlineInProcess>;

/** Opens the ticket that the caller has from before, and brings it where it is to be. */
const give = async (
  { tickets }: Hotline,
  { state, phone: of, ...told }: GivenTicket,
  caller: Telephone,
  at: Instant,
  place = 0,
): Promise<string> => {
  const number = ticketNumber(linzi.letters, '2026-11-20', 4711 - place);
  const about = { at: plusMinutes(at, -place), correlationId: 'given' };
  const phone = of === undefined ? caller : telephone(of);
  const phoneKey = await memoryPhoneKeys.of(phone);
  const intake = { ...told, channel: 'phone', urgent: false, anonymous: false, contact: { phone }, phoneKey } as const;
  const opened = openTicket(intake, number, linzi, { ...about, actor: { role: 'agent', id: 'agent' } });
  await tickets.open(opened, { scope: 'given', key: number, digest: 'given' });
  const department: Actor = { role: 'department', id: 'clerk', department: 'water' };
  const life: [Actor, Command][] = [
    [{ role: 'system' }, { action: 'dispatch', department: 'water', rule: 'given' }],
    [department, { action: 'accept' }],
    [department, { action: 'resolve', outcome: '办好了' }],
  ];
  let { ticket } = opened;
  for (const [actor, command] of life.slice(0, state === 'dispatched' ? 1 : 3)) {
    const change = changeTicket(ticket, command, linzi, { ...about, actor });
    if (change === 'already-done') throw new Error('the life of a given ticket has no step twice');
    await tickets.commit(change);
    ticket = change.ticket;
  }
  return number;
};

/** Plays a script; gives all that became of it. */
const play = async (provider: ProviderName, call: ScriptedCall, at: Instant, desk: Desk | undefined) => {
  const hotline = hotlineInProcess({ at, ...(desk && { desk }) });
  for (const [n, other] of call.others.entries()) await give(hotline, other, telephone(call.from), at, call.others.length - n);
  const others = hotline.tickets.allTickets().map(({ number }) => number);
  const given = call.given && (await give(hotline, call.given, telephone(call.from), at));
  const record = await hotline.telephone(provider)({ from: call.from, answers: answersWith(call.answers, given) });
  return { ...hotline, record, given, others };
};

describe.each(moments)('%s', (_name, at, desk, isOpen) => {
  describe.each(readScriptedCalls())('%s', (_file, call) => {
    it.each(PROVIDERS)('has its outcome with %s', async (provider) => {
      const { tickets, calls, lines, recordings, kept, record, given, others } = await play(provider, call, at, desk);
      const expected = (isOpen ? undefined : call.expectsWithoutDesk) ?? call.expects;

      expect(missingIn(record.heard, expected.heard), record.heard.join('\n')).toBeUndefined();
      for (const words of expected.unheard) expect(record.heard.join(' ')).not.toContain(words);
      const opened = tickets.allTickets().filter(({ number }) => number !== given && !others.includes(number));
      const facts = opened.map(factsOfTicket).map((ticket) => ({
        ...ticket,
        sorting: { unsure: besidesKind(ticket.sorting) },
      }));
      expect(facts).toEqual(expected.ticket ? [expect.objectContaining(expected.ticket)] : []);
      expect(record.number).toBe(opened[0]?.number);
      if (expected.recorded) expect([...recordings, ...kept].join(' ')).toContain(record.id);
      const after = tickets.allTickets().find(({ number }) => number === given);
      if (expected.given) expect(after).toMatchObject(expected.given);

      const lost = calls.callBacks();
      expect(lost.map(({ phone }) => phone)).toEqual(expected.callBack ? [call.from] : []);
      if (expected.callBack) expect(lost[0]?.calls).toEqual([expect.objectContaining(expected.callBack)]);
      const id = `${provider}:${record.id}`;
      expect(calls.endings()).toMatchObject([{ id, connected: expected.connected }]);
      expect(lines.filter((line) => line.includes('"error"'))).toEqual([]);
      expect(lines.join('\n')).not.toContain(call.from.slice(3));
    });
  });
});

describe('a script', () => {
  const [, script] = readScriptedCalls()[0] ?? [];

  it('with a misspelt key is none', () => {
    expect(ScriptedCall.safeParse(script).success).toBe(true);
    const { expects = { connected: true }, ...rest } = script ?? {};
    for (const misspelt of [
      { ...rest, expects, title2: '' },
      { ...rest, expects: { ...expects, tickets: {} } },
    ]) {
      expect(ScriptedCall.safeParse(misspelt).success).toBe(false);
    }
    const urgency = { ...rest, expects: { ...expects, ticket: { urgency: true } } };
    expect(ScriptedCall.safeParse(urgency).success).toBe(false);
  });

  it('names phones that nobody has, and no two the same', () => {
    const phones = readScriptedCalls().map(([, { from }]) => from);
    expect(new Set(phones).size).toBe(phones.length);
    for (const phone of phones) expect(phone).toMatch(/^\+8610000000\d{3}$/);
  });
});
