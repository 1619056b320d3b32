import { dutyText } from '#channels/sms/duty-words.ts';
import { canBeTexted } from '#channels/sms/words.ts';
import type { District } from '#domain/district/district.ts';
import type { OnDuty } from '#domain/district/duty-ladder.ts';
import { Refusal } from '#domain/errors.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { awaitsDuty, dutyBrief, nextDuty } from '#domain/tickets/duty.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { DutyRings } from '#ports/duty-rings.ts';
import { ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { type Claim, claimTelephone, unclaimTelephone } from './claim-telephone.ts';
import { reporterOf, type Waiting } from './duty-waiting.ts';

/** What is needed to ring who is on duty. */
export interface DutyNeeds {
  store: Pick<TicketStore, 'get' | 'commit' | 'contact'>;
  dutyRings: DutyRings;
  district: District;
  now: Clock;
  telephony: Telephony;
  /** Where the provider finds what to say about a step of a ticket's ladder, and where it tells how the call ended. */
  addressesOf(number: string, step: number): { answerUrl: string; statusUrl: string };
}

/**
 * What became of one step. `nothing`: none was due any more. `left`: nobody took a doubt, which waits for the desk.
 * `unanswered`: nobody took an urgent ticket. `unsure`: the provider did not say, for the second time, whether it rings
 * somebody. `held`: whom it is to ring was rung for its reporter a short while ago. With `rung`, `also` are the tickets of
 * which the same call tells, and an error says that the text message did not go out, or that the call could not be counted.
 */
export interface Climbed {
  outcome: 'rung' | 'held' | 'left' | 'unanswered' | 'nothing' | 'number-refused' | 'put-off' | 'unsure';
  also?: readonly string[];
  error?: unknown;
}

const RING_SECONDS = 30;

/** Carries out on the ticket as it is now what is decided. */
type Act = (number: string, decide: (seen: Ticket) => Command | undefined) => Promise<{ ticket: Ticket; changed: boolean }>;

/** The words beside the call; the call has rung, so that no failure of theirs undoes the step. */
const textBeside = async (
  ticket: Ticket,
  { phone }: OnDuty,
  more: number,
  { telephony, district }: DutyNeeds,
): Promise<unknown> => {
  if (!canBeTexted(phone)) return undefined;
  try {
    await telephony.text(phone, dutyText({ ...dutyBrief(ticket), more }, district));
    return undefined;
  } catch (error) {
    return error;
  }
};

type Next = Exclude<ReturnType<typeof nextDuty>, 'nobody' | undefined>;

/** The command that writes a step before the telephone rings, or of a call that tells of this ticket too. */
const stepOf = ({ step, onDuty: { of, name }, maskedPhone: phone }: Next, told: { also?: string[]; with?: string }): Command => ({
  action: 'ring-duty',
  step,
  of,
  name,
  phone,
  ...told,
});

/** Writes into other tickets that a call tells of them. One that fails is rung for later. */
const tellWith = async (number: string, { phone }: OnDuty, also: readonly string[], act: Act, needs: DutyNeeds) => {
  for (const other of also) {
    const decide = (seen: Ticket): Command | undefined => {
      const next = nextDuty(seen, needs.district, needs.now());
      return typeof next === 'object' && next.onDuty.phone === phone ? stepOf(next, { with: number }) : undefined;
    };
    await act(other, decide).catch(() => undefined);
  }
};

/** Rings who is next, unless their telephone has rung for this reporter a short while ago. */
const ringNext = async (seen: Ticket, next: Next, waiting: readonly Waiting[], act: Act, needs: DutyNeeds): Promise<Climbed> => {
  const { district, now, telephony, addressesOf } = needs;
  const { number } = seen;
  const { step, onDuty } = next;
  const waits: Claim = { number, phone: onDuty.phone, step, reporter: await reporterOf(seen, needs) };
  // What can't be counted is rung for all the same.
  const claim = await claimTelephone(waits, waiting, needs).catch((error: unknown) => ({ also: [], error }));
  if (claim === 'held') return { outcome: 'held' };
  const { also, error: uncounted }: { also: string[]; error?: unknown } = claim;
  const isStill = (now: ReturnType<typeof nextDuty>): boolean =>
    typeof now === 'object' && now.step === step && now.onDuty.of === onDuty.of && now.onDuty.name === onDuty.name;
  const told = also.length > 0 ? { also } : {};
  const { ticket, changed } = await act(number, (one) =>
    isStill(nextDuty(one, district, now())) ? stepOf(next, told) : undefined,
  );
  if (!changed) return { outcome: 'nothing' };
  try {
    await telephony.ring(onDuty.phone, { ...addressesOf(number, step), ringSeconds: RING_SECONDS });
  } catch (error) {
    const refused = error instanceof RequestRefused;
    const mayHaveRung = !refused && !(error instanceof ProviderAway);
    const command: Command = refused ? { action: 'refuse-duty', step } : { action: 'put-off-duty', step, mayHaveRung };
    // Somebody may have taken it meanwhile.
    const after = await act(number, (one) => (awaitsDuty(one) ? command : undefined));
    if (!mayHaveRung) await unclaimTelephone(waits, needs).catch(() => undefined);
    const putOff = after.changed ? 'put-off' : 'unsure';
    return { outcome: refused ? 'number-refused' : putOff, error };
  }
  const error = (await textBeside(ticket, onDuty, also.length, needs)) ?? uncounted;
  await tellWith(number, onDuty, also, act, needs);
  return { outcome: 'rung', also, error };
};

/**
 * Takes the next step of a ticket's ladder (值班). The step is written before the telephone rings: two runs at once, and
 * whatever dies in between, ring nobody twice for it; after a death the next step comes by time. A number that the
 * provider refuses, for whatever reason, is marked, and the next one is due at once. A call that it did not take was none:
 * the same step is taken again soon, and after some times the next one. Where it did not say whether it took one, the
 * telephone may ring once more, and no third time. `waiting` are the tickets of which a call may tell beside this one.
 */
export const climbDuty = async (
  number: string,
  waiting: readonly Waiting[],
  correlationId: string,
  needs: DutyNeeds,
): Promise<Climbed> => {
  const { store, district, now } = needs;
  const act: Act = (which, decide) => carryOut(which, decide, { at: now(), actor: { role: 'system' }, correlationId }, needs);
  const seen = await store.get(number);
  if (!seen) throw new Refusal('ticket-unknown');
  const next = nextDuty(seen, district, now());
  if (next === undefined) return { outcome: 'nothing' };
  if (next !== 'nobody') return ringNext(seen, next, waiting, act, needs);
  const leave = { action: 'leave-duty' } as const;
  const { ticket, changed } = await act(number, (one) => (nextDuty(one, district, now()) === 'nobody' ? leave : undefined));
  if (!changed) return { outcome: 'nothing' };
  return { outcome: ticket.urgent ? 'unanswered' : 'left' };
};
