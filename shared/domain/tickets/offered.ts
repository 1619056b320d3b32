import type { CommandRules, Offerable } from './command.ts';
import { type CommandName, commands } from './commands.ts';
import type { Role } from './ticket-words.ts';

type AnyRules = Pick<CommandRules<string, readonly Role[], never, string, never>, 'from' | 'roles' | 'isOffered'>;

/**
 * The commands that somebody in a role, who may see the ticket, may give it now: from its state, by their role, and not where
 * nothing would come of it. They follow from the set of commands alone.
 */
export const offeredTo = (role: Role, ticket: Offerable): CommandName[] =>
  (Object.entries(commands) as [CommandName, AnyRules][])
    .filter(
      ([, { roles, from, isOffered }]) => roles.includes(role) && from.includes(ticket.state) && (isOffered?.(ticket) ?? true),
    )
    .map(([name]) => name);
