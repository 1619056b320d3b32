import { beginnings } from './beginnings.ts';
import { commands } from './commands.ts';
import { happenedBy } from './happened.ts';
import { nothingSaid, type Said } from './said.ts';
import type { TicketEvent } from './ticket-event.ts';

type Tells = (said: Said, event: TicketEvent) => Partial<Said>;

const tellers = new Map(
  Object.values({ ...beginnings, ...commands }).map((rules) => [
    rules.event,
    'tells' in rules ? (rules.tells as Tells) : undefined,
  ]),
);

/** Whether somebody said something by an event of this type, which the ticket's row does not hold. */
export const tellsSomething = (type: string): boolean => tellers.get(type as TicketEvent['type']) !== undefined;

/** All that was said in a ticket's events, and what happened by them, of which the oldest comes first. */
export const saidIn = (events: readonly TicketEvent[]): Said => {
  const said = nothingSaid();
  for (const event of events) Object.assign(said, tellers.get(event.type)?.(said, event));
  return { ...said, history: events.map(happenedBy) };
};
