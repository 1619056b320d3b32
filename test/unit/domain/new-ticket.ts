import type { District } from '#domain/district/district.ts';
import type { Change } from '#domain/tickets/change.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Transition } from '#domain/tickets/command.ts';
import { type Command, type CommandName, commands } from '#domain/tickets/commands.ts';
import { type Intake, openTicket } from '#domain/tickets/open-ticket.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';
import { smallDistrict } from './small-district.ts';
import { telephone } from './telephones.ts';

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
  contact: { name: 'Li', phone: telephone('+8613812345678') },
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

/** What each command is told that needs to be told something. */
const told: Partial<Record<CommandName, object>> = {
  dispatch: { department: 'waterworks', rule: 'by-hand' },
  reassign: { department: 'centre', rule: 'by-hand' },
  correct: { category: 'noise', reason: 'No water runs' },
  'hide-reporter': { confidential: true },
  return: { reason: 'Belongs to the heatworks' },
  resolve: { outcome: 'A new pipe was laid' },
  add: { text: 'It is worse now' },
  rate: { rating: { solved: false, stars: 1 } },
  card: { mark: { limit: 'handle', colour: 'red', at: MONDAY_AT_TEN } },
  record: { recording: 'recordings/twilio/CA1/RE1' },
  'ring-reporter': { attempt: 1 },
  'put-off-reporter': { attempt: 1 },
  'ring-duty': { step: 1, of: 'district', name: 'Night officer', phone: '100****0203' },
  'refuse-duty': { step: 1 },
  'put-off-duty': { step: 1 },
  'hold-duty': { until: MONDAY_AT_TEN },
  'take-duty': { step: 1 },
};

/** A command as somebody may give it. Throws when it needs to be told more. */
export const sampleOf = (name: CommandName): Command =>
  ({ action: name, ...commands[name].input.parse(told[name] ?? {}) }) as Command;

/** What was told on the way to a state, so that a sample of the same command says something else. */
const toldBefore: Partial<Record<CommandName, object>> = {
  dispatch: { rule: 'water' },
  return: { reason: 'Not ours' },
  resolve: { outcome: 'Mended' },
  rate: { rating: { solved: true, stars: 5 } },
};

/** The leak's ticket in each state, each reached by the shortest way: command after command, as the set of them leads. */
export const ticketIn = (): Record<Ticket['state'], Ticket> => {
  const received = opening().ticket;
  const found = new Map([[received.state, received]]);
  for (const ticket of found.values()) {
    for (const [name, { from, to, roles }] of Object.entries<Transition>(commands)) {
      if (to === 'unchanged' || found.has(to) || !from.includes(ticket.state)) continue;
      const command = { ...sampleOf(name as CommandName), ...toldBefore[name as CommandName] } as Command;
      found.set(to, changed(ticket, command, roles[0] as Role).ticket);
    }
  }
  return Object.fromEntries(found) as Record<Ticket['state'], Ticket>;
};
