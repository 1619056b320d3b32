import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { readTicketNumber, type TicketNumber } from '#domain/tickets/ticket-number.ts';
import type { Clock } from '#ports/clock.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from './carry-out.ts';
import { endUnlessInDanger } from './end-unless-in-danger.ts';

/** What every operation on one ticket needs. */
export interface TicketNeeds {
  store: Pick<TicketStore, 'get' | 'commit'>;
  district: District;
  now: Clock;
}

/** Reads a number as it was typed. Throws Refusal `ticket-number-mistyped`. */
export const numberAsTyped = (typed: string, district: Pick<District, 'letters'>): TicketNumber => {
  const number = readTicketNumber(typed, district.letters);
  if (!number) throw new Refusal('ticket-number-mistyped');
  return number;
};

/** A person does one thing to one ticket. Gives the ticket as it then is; throws the Refusals of carryOut. */
export const actOnTicket = async (
  { params, caller, correlationId }: { params: { number: string }; caller: Actor; correlationId: string },
  command: Command,
  needs: TicketNeeds,
): Promise<Ticket> => {
  const number = numberAsTyped(params.number, needs.district);
  const { ticket } = await carryOut(number, () => command, { at: needs.now(), actor: caller, correlationId }, needs);
  return ticket;
};

/** A person ends one ticket, with these words; throws the Refusals of endUnlessInDanger. */
export const endTicket = async (
  { params, caller, correlationId }: { params: { number: string }; caller: Actor; correlationId: string },
  command: Command,
  words: string | undefined,
  needs: TicketNeeds,
): Promise<Ticket> => {
  const number = numberAsTyped(params.number, needs.district);
  const circumstances = { at: needs.now(), actor: caller, correlationId };
  const { ticket } = await endUnlessInDanger({ number, decide: () => command, words }, circumstances, needs);
  return ticket;
};
