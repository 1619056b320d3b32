import { recordingKey } from '#contracts/messages/recording-made.ts';
import { takenBy } from '#domain/calls/duty-call.ts';
import { intakeOf, intakeOfCutOff, ratingOf } from '#domain/calls/matter-of-call.ts';
import { missingIn, missingInJoined } from '#domain/calls/missing-in-ticket.ts';
import type { PhoneProvider } from '#domain/calls/providers.ts';
import { providerFacts } from '#domain/calls/providers.ts';
import { asWished } from '#domain/calls/secrecy.ts';
import type { State } from '#domain/calls/state.ts';
import { Refusal } from '#domain/errors.ts';
import type { Instant } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { awaitsDuty, toldWith } from '#domain/tickets/duty.ts';
import { stepNumbered } from '#domain/tickets/duty-steps.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { endUnlessInDanger } from '#use-cases/end-unless-in-danger.ts';
import type { Taken } from '#use-cases/take-intake.ts';
import { type LimitedNeeds, takeWithinLimits } from '#use-cases/take-within-limits.ts';
import { markOfCall } from './mark-of-call.ts';
import { type SealingNeeds, sealCallBack } from './seal-call-back.ts';

/** No call tells so much after its ticket was opened; each of it is one change. */
const MOST_CHANGES = 100;

/** What is needed to do what a call asks for. */
export interface FilingNeeds extends SealingNeeds, LimitedNeeds {
  provider: PhoneProvider;
  store: LimitedNeeds['store'];
}

/** The number of the ticket that holds what a call told, if there is one, and whether another call had opened it. */
interface FiledCall {
  number?: string | undefined;
  joined: boolean;
}

/** One call: the provider's id of it, and the other end's number. */
export interface CallOfTicket {
  call: string;
  phone: Telephone | undefined;
}

/**
 * Where what the caller recorded will lie. Other providers put recordings into our bucket under names of their own; such
 * a one is linked when it is there.
 */
const keyOf = (provider: PhoneProvider, call: string, recording: string | undefined): string | undefined =>
  recording === undefined || !providerFacts[provider].keepsRecordings ? undefined : recordingKey({ provider, call, recording });

const open = async (
  intakeWith: (left: { phone: Telephone | undefined; recording: string | undefined }) => Intake | undefined,
  state: State,
  { call, phone }: CallOfTicket,
  circumstances: Circumstances,
  needs: FilingNeeds,
): Promise<Taken | undefined> => {
  const intake = intakeWith({ phone, recording: keyOf(needs.provider, call, state.recording) });
  return intake && takeWithinLimits(intake, markOfCall(needs.provider, call), circumstances, needs);
};

/**
 * Brings a call's ticket to all that the call has told, whoever opened it and when: what was said since, a danger that is
 * taken back or said again, the place, the wish not to be known. Of a caller whose ticket is confidential then, the call-back
 * is sealed.
 */
const completeTicket = async (
  { ticket, joined }: Taken,
  state: State,
  circumstances: Circumstances,
  needs: FilingNeeds,
): Promise<void> => {
  const missing = joined ? missingInJoined : missingIn;
  const decide = (now: Ticket): Command | undefined => missing(now, state, needs.district);
  let told = { ticket, changed: decide(ticket) !== undefined };
  for (let changes = 0; changes < MOST_CHANGES && told.changed; changes += 1) {
    told = await carryOut(ticket.number, decide, circumstances, needs);
  }
  await sealCallBack(told.ticket, circumstances.correlationId, needs);
};

/**
 * Does what a call asks for at this point, however often it is asked: opens its ticket, adds what was said later, rates
 * the ticket that the call is about, or takes it for who is on duty.
 */
export const fileCall = async (state: State, of: CallOfTicket, correlationId: string, needs: FilingNeeds): Promise<FiledCall> => {
  const circumstances: Circumstances = { at: needs.now(), actor: { role: 'system' }, correlationId };
  const opening = await open((left) => intakeOf(state, needs.district, left), state, of, circumstances, needs);
  const number = opening?.ticket.number;
  if (opening) await completeTicket(opening, state, circumstances, needs);
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
    const decide = (ticket: Ticket) => (factsOf(ticket).awaitsRating ? rate : undefined);
    const ending = { number: rating.number, decide, words: rating.rating.comment };
    await endUnlessInDanger(ending, circumstances, needs).catch((thrown) => {
      // What was said is added, and the call goes on.
      if (!(thrown instanceof Refusal) || thrown.code !== 'danger-told') throw thrown;
    });
  }
  return { number, joined: opening?.joined === true };
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
  await completeTicket(opening, asWished(state), later, needs);
  const link = keyOf(needs.provider, of.call, state.recording);
  if (opening.replayed && !opening.joined && link !== undefined) {
    await carryOut(number, () => ({ action: 'record', recording: link }), later, needs);
  }
  return number;
};
