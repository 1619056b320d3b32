import type * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import type { Instant } from '#domain/instant.ts';
import { gettersOnce } from '#domain/once.ts';
import type { Said } from './said.ts';
import type { TicketState } from './states.ts';
import type { Ticket } from './ticket.ts';
import type { Role } from './ticket-words.ts';

/** One thing that can be done to a ticket: from which states, by whom, and where it leads. */
export interface Transition {
  /** The states in which it is allowed; none for what begins a ticket. */
  from: readonly TicketState[];
  /** The state after it; `unchanged` for what only adds to the ticket. */
  to: TicketState | 'unchanged';
  roles: readonly Role[];
  /** The type of the event that records it. */
  event: string;
}

/** The moment of a command and the district that it happens in. */
export interface Setting {
  at: Instant;
  district: District;
}

/** What only an event says of a ticket: no command changes it beside its event. */
type SaidFields = 'matter' | 'recording' | 'place' | 'sorting' | 'outcome' | 'additions' | 'returns' | 'history';

/** Fields of a ticket as a command leaves them; a field that is undefined is taken off. */
export type TicketChanges = { [Field in Exclude<keyof Ticket, SaidFields>]?: Ticket[Field] | undefined };

/** What decides whether a command is offered for a ticket: lists know so much of it, and no more. */
export interface Offerable {
  state: TicketState;
  /** Its department has accepted it, and is to accept it once more, since somebody is in danger. */
  toAcceptAgain?: true | undefined;
}

/** What an object of these fields holds; of no fields it asks nothing. */
export type Fields<Shape extends z.ZodRawShape> = [keyof Shape] extends [never] ? unknown : z.output<z.ZodObject<Shape>>;

/** All there is to know about one command, in one place; types of events, conditions of writes and roles derive from it. */
export interface CommandRules<
  Name extends string,
  Roles extends readonly Role[],
  Input extends z.ZodObject,
  Event extends string,
  Says extends z.ZodRawShape,
> extends Transition {
  name: Name;
  roles: Roles;
  /** What it must be told; a contract takes its body from here. */
  input: Input;
  event: Event;
  /** What the event holds beside what every event holds. */
  says: Says;
  /** Whether the ticket shows that it was carried out before, so that asking twice changes nothing. */
  isDone(ticket: Ticket, input: z.output<Input>, setting: Setting): boolean;
  /** Whether something may come of it for a ticket in one of its states, whatever it is told; it may without this. */
  isOffered?(ticket: Offerable): boolean;
  /** What the event adds to what was said of the ticket; the same when it happens and when it is read again. */
  tells?(said: Said, event: Fields<Says> & { at: Instant; department?: string | undefined }): Partial<Said>;
  /** What becomes of the ticket apart from its state and version, and what the event says. Throws what it refuses. */
  change(ticket: Ticket, input: z.output<Input>, setting: Setting): { ticket: TicketChanges; event: Fields<Says> };
}

/**
 * Declares a command and keeps its types. Schemas are written as getters, and made when they are first asked for: most starts
 * ask for few of them, and each costs a part of a millisecond.
 */
export const command = <
  const Name extends string,
  const Roles extends readonly Role[],
  Input extends z.ZodObject,
  const Event extends string,
  Says extends z.ZodRawShape,
>(
  rules: CommandRules<Name, Roles, Input, Event, Says>,
): CommandRules<Name, Roles, Input, Event, Says> => {
  gettersOnce(rules, ['input', 'says']);
  return rules;
};
