import { recordingKey } from '#contracts/messages/recording-made.ts';
import { takenBy } from '#domain/calls/duty-call.ts';
import { additionOf, intakeOf, intakeOfCutOff, ratingOf } from '#domain/calls/matter-of-call.ts';
import type { PhoneProvider } from '#domain/calls/providers.ts';
import { providerFacts } from '#domain/calls/providers.ts';
import type { State } from '#domain/calls/state.ts';
import type { District } from '#domain/district/district.ts';
import type { Instant } from '#domain/instant.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { awaitsDuty, toldWith } from '#domain/tickets/duty.ts';
import { stepNumbered } from '#domain/tickets/duty-steps.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { Addition, type Ticket } from '#domain/tickets/ticket.ts';
import type { Clock, RandomBelow } from '#ports/clock.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { takeIntake } from '#use-cases/take-intake.ts';
import { takeDangerBack } from './take-danger-back.ts';

const LONGEST_ADDITION = Addition.maxLength ?? 0;

/** What is needed to do what a call asks for. */
export interface FilingNeeds {
  provider: PhoneProvider;
  store: Pick<TicketStore, 'open' | 'get' | 'commit'>;
  district: District;
  now: Clock;
  randomBelow: RandomBelow;
}

/** One call: the provider's id of it, and the other end's number. */
export interface CallOfTicket {
  call: string;
  phone: string | undefined;
}

/** The mark by which a call finds its ticket; there is one for each call, whichever delivery asks for it first. */
export const markOfCall = (provider: PhoneProvider, call: string) => ({ scope: `call:${provider}`, key: call, digest: call });

/**
 * Where what the caller recorded will lie. Other providers put recordings into our bucket under names of their own; such
 * a one is linked when it is there.
 */
const keyOf = (provider: PhoneProvider, call: string, recording: string | undefined): string | undefined =>
  recording === undefined || !providerFacts[provider].keepsRecordings ? undefined : recordingKey({ provider, call, recording });

const open = async (
  intakeWith: (left: { phone: string | undefined; recording: string | undefined }) => Intake | undefined,
  state: State,
  { call, phone }: CallOfTicket,
  circumstances: Circumstances,
  needs: FilingNeeds,
): Promise<{ ticket: Ticket; replayed: boolean } | undefined> => {
  const intake = intakeWith({ phone, recording: keyOf(needs.provider, call, state.recording) });
  return intake && takeIntake(intake, markOfCall(needs.provider, call), circumstances, needs);
};

/**
 * Does what a call asks for at this point, however often it is asked: opens its ticket, adds what was said later, rates
 * the ticket that the call is about, or takes it for who is on duty. Gives the number of the call's own ticket, if it has one.
 */
export const fileCall = async (
  state: State,
  of: CallOfTicket,
  correlationId: string,
  needs: FilingNeeds,
): Promise<string | undefined> => {
  const circumstances: Circumstances = { at: needs.now(), actor: { role: 'system' }, correlationId };
  const opening = await open((left) => intakeOf(state, needs.district, left), state, of, circumstances, needs);
  const number = opening?.ticket.number;
  const addition = additionOf(state);
  if (number !== undefined && addition !== undefined) {
    await carryOut(number, () => ({ action: 'add', text: addition, isPlace: true }), circumstances, needs);
  }
  if (number !== undefined && state.takenBack) await takeDangerBack(number, state, circumstances, needs);
  const { confidential = false, anonymous = false } = state;
  // The ticket of a danger was opened before its caller could wish not to be known.
  if (opening?.replayed && (confidential || anonymous)) {
    const hide = { action: 'hide-reporter', confidential } as const;
    const whileOpen = (ticket: Ticket) => (factsOf(ticket).clocks === 'stop' ? undefined : hide);
    await carryOut(opening.ticket.number, whileOpen, circumstances, needs);
  }
  const duty = takenBy(state);
  if (duty) {
    const take = { action: 'take-duty', step: duty.step } as const;
    const { ticket } = await carryOut(duty.number, (one) => (awaitsDuty(one) ? take : undefined), circumstances, needs);
    // Whoever took it took all that the call told of.
    for (const other of ticket.duty?.takenIn === duty.step ? (stepNumbered(ticket.duty, duty.step)?.also ?? []) : []) {
      const takeToo = (one: Ticket): Command | undefined => {
        const step = toldWith(one, duty.number);
        return step !== undefined && awaitsDuty(one) ? { action: 'take-duty', step } : undefined;
      };
      await carryOut(other, takeToo, circumstances, needs);
    }
  }
  const rating = ratingOf(state);
  if (rating) {
    // Somebody may have rated it by another door meanwhile: the first one counts.
    const rate = { action: 'rate', rating: rating.rating } as const;
    await carryOut(rating.number, (ticket) => (factsOf(ticket).awaitsRating ? rate : undefined), circumstances, needs);
  }
  return number;
};

/**
 * Opens the ticket of a call that was cut off at `at`, with all that was told by then; what its ticket, if it had one,
 * does not say yet is added to it. Gives its number.
 */
export const fileCutOffCall = async (
  state: State,
  of: CallOfTicket,
  { at, correlationId }: { at: Instant; correlationId: string },
  needs: FilingNeeds,
): Promise<string> => {
  const recordedAt = needs.now();
  const circumstances: Circumstances = { at, recordedAt, actor: { role: 'system' }, correlationId };
  const opening = await open((left) => intakeOfCutOff(state, needs.district, left), state, of, circumstances, needs);
  if (!opening) throw new Error('a call that was cut off always has a ticket');
  const { number } = opening.ticket;
  const later: Circumstances = { ...circumstances, at: recordedAt };
  const text = state.matter?.slice(0, LONGEST_ADDITION);
  const link = keyOf(needs.provider, of.call, state.recording);
  if (!opening.replayed) return number;
  const add = (ticket: Ticket): Command | undefined =>
    text === undefined || !factsOf(ticket).takesAdditions || ticket.matter.includes(text) ? undefined : { action: 'add', text };
  await carryOut(number, add, later, needs);
  if (link !== undefined) await carryOut(number, () => ({ action: 'record', recording: link }), later, needs);
  return number;
};
