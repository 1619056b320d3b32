import { dutyText } from '#channels/sms/duty-words.ts';
import type { District } from '#domain/district/district.ts';
import type { OnDuty } from '#domain/district/duty-ladder.ts';
import { Refusal } from '#domain/errors.ts';
import type { Instant } from '#domain/instant.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { awaitsDuty, dutyBrief, dutyLeft, type NextDuty, nextDuty } from '#domain/tickets/duty.ts';
import { MOST_LISTED } from '#domain/tickets/duty-calls.ts';
import { isTaken } from '#domain/tickets/duty-steps.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { DutyRings } from '#ports/duty-rings.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import { ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { chooseTelephone } from './choose-telephone.ts';
import { type Claim, unclaimTelephone } from './claim-telephone.ts';
import { forEachOf, reporterOf, type Waiting } from './duty-waiting.ts';

/** What is needed to ring who is on duty. */
export interface DutyNeeds {
  store: Pick<TicketStore, 'get' | 'commit'>;
  dutyRings: DutyRings;
  phoneKeys: PhoneKeys;
  district: District;
  now: Clock;
  telephony: Telephony;
  /** Where the provider finds what to say about a step of a ticket's ladder, and where it tells how the call ended. */
  addressesOf(number: string, step: number): { answerUrl: string; statusUrl: string };
}

/**
 * What became of one step. `nothing`: none was due any more. `left`: nobody took a doubt, which waits for the desk.
 * `unanswered`: nobody took an urgent ticket. `unsure`: the provider did not say, for the second time, whether it rings
 * somebody. `held`: whom it is to ring was rung for its reporter a short while ago. `taken`: it was taken with another ticket. With `rung`, `also` are the tickets of
 * which the same call tells, and an error says that the text message did not go out, or that the call could not be counted.
 */
export interface Climbed {
  outcome: 'rung' | 'held' | 'taken' | 'left' | 'unanswered' | 'nothing' | 'number-refused' | 'put-off' | 'unsure';
  also?: readonly string[];
  /** Until when it is held. */
  until?: Instant;
  error?: unknown;
}

const RING_SECONDS = 30;

/** Carries out on the ticket as it is now what is decided. */
type Act = (number: string, decide: (seen: Ticket) => Command | undefined) => Promise<{ ticket: Ticket; changed: boolean }>;

/** Writes that a ticket waits until a moment: what stands behind it is reached, and it is asked for again by then. */
const holdUntil = async (number: string, until: Instant, act: Act, { district, now }: DutyNeeds): Promise<Climbed> => {
  const hold = { action: 'hold-duty', until } as const;
  const { changed } = await act(number, (one) => (typeof nextDuty(one, district, now()) === 'object' ? hold : undefined));
  return changed ? { outcome: 'held', until } : { outcome: 'nothing' };
};

/** The words beside the call; the call has rung, so that no failure of theirs undoes the step. */
const textBeside = async (
  ticket: Ticket,
  { phone }: OnDuty,
  more: number,
  { telephony, district }: DutyNeeds,
): Promise<unknown> => {
  if (!canBeTexted(phone, district.telephone)) return undefined;
  try {
    await telephony.text(phone, dutyText({ ...dutyBrief(ticket), more }, district));
    return undefined;
  } catch (error) {
    return error;
  }
};

/** The command that writes a step before the telephone rings, or of a call that tells of this ticket too. */
const stepOf = (
  { step, onDuty: { of, name }, maskedPhone: phone }: NextDuty,
  told: { also?: string[]; more?: number; with?: string },
): Command => ({ action: 'ring-duty', step, of, name, phone, ...told });

/** Writes into other tickets that a call tells of them. One that fails is rung for later. */
const tellWith = (number: string, { phone }: OnDuty, also: readonly string[], act: Act, needs: DutyNeeds): Promise<void> => {
  const decide = (seen: Ticket): Command | undefined => {
    const next = dutyLeft(seen, needs.district, needs.now())?.find(({ onDuty }) => onDuty.phone === phone);
    return next && stepOf(next, { with: number });
  };
  return forEachOf(also, (other) => act(other, decide).catch(() => undefined));
};

/**
 * The other tickets that a call tells of: its reporter's, or all that wait for a telephone that is rung very often. Those
 * that wait for this telephone, or are held, or would be as this one is.
 */
const toldBeside = (number: string, phone: Telephone, isForAll: boolean, waiting: readonly Waiting[]): string[] => {
  const own = waiting.find((one) => one.number === number);
  const isTold = ({ phones: [first, ...others], reporter, isHeld }: Waiting): boolean => {
    const isOwn = reporter === own?.reporter;
    if (!isOwn && !isForAll) return false;
    return first === phone || (others.includes(phone) && (isHeld || (isOwn && first === own?.phones[0])));
  };
  return waiting.filter((one) => one.number !== number && isTold(one)).map((one) => one.number);
};

/** Rings who is next, or the first one after them who was not rung for this reporter a short while ago. */
const ringNext = async (
  seen: Ticket,
  left: readonly NextDuty[],
  waiting: readonly Waiting[],
  act: Act,
  needs: DutyNeeds,
): Promise<Climbed> => {
  const { district, now, telephony, addressesOf } = needs;
  const { number } = seen;
  const reporter = reporterOf(seen);
  const chosen = await chooseTelephone(seen, left, reporter, needs);
  if ('until' in chosen) return holdUntil(number, chosen.until, act, needs);
  const { next, isForAll, error: uncounted } = chosen;
  const { step, onDuty } = next;
  const waits: Claim = { number, phone: onDuty.phone, step, reporter };
  const also = toldBeside(number, onDuty.phone, isForAll, waiting);
  const isStill = (one: NextDuty): boolean => one.step === step && one.onDuty.of === onDuty.of && one.onDuty.name === onDuty.name;
  const isDue = (one: Ticket): boolean => typeof nextDuty(one, district, now()) === 'object';
  const told = {
    ...(also.length > 0 && { also: also.slice(0, MOST_LISTED) }),
    ...(also.length > MOST_LISTED && { more: also.length }),
  };
  const { ticket, changed } = await act(number, (one) =>
    isDue(one) && dutyLeft(one, district, now())?.some(isStill) ? stepOf(next, told) : undefined,
  );
  if (!changed) {
    // Unless another run has rung for this step, nobody was.
    if (!isTaken(ticket.duty, step)) await unclaimTelephone(waits, needs).catch(() => undefined);
    return { outcome: 'nothing' };
  }
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

const actOf =
  (correlationId: string, needs: DutyNeeds): Act =>
  (which, decide) =>
    carryOut(which, decide, { at: needs.now(), actor: { role: 'system' }, correlationId }, needs);

/** Holds a ticket as another one of its reporter is held, without asking for each telephone again. */
export const holdDuty = (number: string, until: Instant, correlationId: string, needs: DutyNeeds): Promise<Climbed> =>
  holdUntil(number, until, actOf(correlationId, needs), needs);

/** Takes a ticket for who has taken the one whose call told of it. */
export const takeAlong = async (number: string, step: number, correlationId: string, needs: DutyNeeds): Promise<Climbed> => {
  const take = { action: 'take-duty', step } as const;
  const { changed } = await actOf(correlationId, needs)(number, (one) => (awaitsDuty(one) ? take : undefined));
  return { outcome: changed ? 'taken' : 'nothing' };
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
  const act = actOf(correlationId, needs);
  const seen = await store.get(number);
  if (!seen) throw new Refusal('ticket-unknown');
  const next = nextDuty(seen, district, now());
  if (next === undefined) return { outcome: 'nothing' };
  if (next !== 'nobody') return ringNext(seen, dutyLeft(seen, district, now()) ?? [], waiting, act, needs);
  const leave = { action: 'leave-duty' } as const;
  const { ticket, changed } = await act(number, (one) => (nextDuty(one, district, now()) === 'nobody' ? leave : undefined));
  if (!changed) return { outcome: 'nothing' };
  return { outcome: ticket.urgent ? 'unanswered' : 'left' };
};
