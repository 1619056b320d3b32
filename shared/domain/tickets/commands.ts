import type { Fields, Transition } from './command.ts';
import { accept } from './commands/accept.ts';
import { add } from './commands/add.ts';
import { assign } from './commands/assign.ts';
import { card } from './commands/card.ts';
import { correct } from './commands/correct.ts';
import { dispatch } from './commands/dispatch.ts';
import { hideReporter } from './commands/hide-reporter.ts';
import { holdDuty } from './commands/hold-duty.ts';
import { leaveDuty } from './commands/leave-duty.ts';
import { leaveReporter } from './commands/leave-reporter.ts';
import { putOffDuty } from './commands/put-off-duty.ts';
import { putOffReporter } from './commands/put-off-reporter.ts';
import { rate } from './commands/rate.ts';
import { reassign } from './commands/reassign.ts';
import { record } from './commands/record.ts';
import { refuseDuty } from './commands/refuse-duty.ts';
import { resolve } from './commands/resolve.ts';
import { giveBack } from './commands/return.ts';
import { ringDuty } from './commands/ring-duty.ts';
import { ringReporter } from './commands/ring-reporter.ts';
import { takeDuty } from './commands/take-duty.ts';
import { withdraw } from './commands/withdraw.ts';
import type { TicketState } from './states.ts';
import type { Role } from './ticket-words.ts';

/** Everything that can be done to a ticket that exists, by its name. */
export const commands = {
  dispatch,
  reassign,
  correct,
  assign,
  accept,
  return: giveBack,
  resolve,
  add,
  rate,
  withdraw,
  card,
  record,
  'ring-reporter': ringReporter,
  'put-off-reporter': putOffReporter,
  'leave-reporter': leaveReporter,
  'hide-reporter': hideReporter,
  'ring-duty': ringDuty,
  'refuse-duty': refuseDuty,
  'put-off-duty': putOffDuty,
  'hold-duty': holdDuty,
  'take-duty': takeDuty,
  'leave-duty': leaveDuty,
};

export type CommandName = keyof typeof commands;

/** A command with what it is told: `{ action: 'return', reason: '…' }`. */
export type Command = {
  [Name in CommandName]: { action: Name } & Fields<(typeof commands)[Name]['input']['shape']>;
}[CommandName];

/** Whether a command leads on from the state that a ticket is in. */
export const isAllowedIn = (state: TicketState, name: CommandName): boolean => {
  const { from }: Transition = commands[name];
  return from.includes(state);
};

/** The roles of people who may give a command at some door; the hotline itself needs none. */
export const peopleWho = <Name extends CommandName>(name: Name) =>
  commands[name].roles.filter((role) => role !== 'system') as Exclude<Role, 'system'>[];
