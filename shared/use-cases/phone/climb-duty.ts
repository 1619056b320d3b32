import { dutyText } from '#channels/sms/duty-words.ts';
import { canBeTexted } from '#channels/sms/words.ts';
import type { District } from '#domain/district/district.ts';
import type { OnDuty } from '#domain/district/duty-ladder.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { awaitsDuty, dutyBrief, nextDuty } from '#domain/tickets/duty.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import { ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';

/** What is needed to ring who is on duty. */
export interface DutyNeeds {
  store: Pick<TicketStore, 'get' | 'commit'>;
  district: District;
  now: Clock;
  telephony: Telephony;
  /** Where the provider finds what to say about a step of a ticket's ladder, and where it tells how the call ended. */
  addressesOf(number: string, step: number): { answerUrl: string; statusUrl: string };
}

/**
 * What became of one step. `nothing`: none was due any more. `left`: nobody took a doubt, which waits for the desk.
 * `unanswered`: nobody took an urgent ticket. `unsure`: the provider did not say, for the second time, whether it rings
 * somebody. With `rung`, an error says that the text message did not go out.
 */
export interface Climbed {
  outcome: 'rung' | 'left' | 'unanswered' | 'nothing' | 'number-refused' | 'put-off' | 'unsure';
  error?: unknown;
}

const RING_SECONDS = 30;

/** The words beside the call; the call has rung, so that no failure of theirs undoes the step. */
const textBeside = async (ticket: Ticket, { phone }: OnDuty, { telephony, district }: DutyNeeds): Promise<Climbed> => {
  if (!canBeTexted(phone)) return { outcome: 'rung' };
  try {
    await telephony.text(phone, dutyText(dutyBrief(ticket), district));
    return { outcome: 'rung' };
  } catch (error) {
    return { outcome: 'rung', error };
  }
};

/**
 * Takes the next step of a ticket's ladder (值班). The step is written before the telephone rings: two runs at once, and
 * whatever dies in between, ring nobody twice for it; after a death the next step comes by time. A number that the
 * provider refuses, for whatever reason, is marked, and the next one is due at once. A call that it did not take was none:
 * the same step is taken again soon, and after some times the next one. Where it did not say whether it took one, the
 * telephone may ring once more, and no third time.
 */
export const climbDuty = async (number: string, correlationId: string, needs: DutyNeeds): Promise<Climbed> => {
  const { district, now, telephony, addressesOf } = needs;
  const circumstances = () => ({ at: now(), actor: { role: 'system' as const }, correlationId });
  let claim: { step: number; onDuty: OnDuty } | undefined;
  const decide = (seen: Ticket): Command | undefined => {
    const next = nextDuty(seen, district, now());
    claim = typeof next === 'object' ? next : undefined;
    if (next === undefined) return undefined;
    if (next === 'nobody') return { action: 'leave-duty' };
    const { step, onDuty, maskedPhone } = next;
    return { action: 'ring-duty', step, of: onDuty.of, name: onDuty.name, phone: maskedPhone };
  };
  const { ticket, changed } = await carryOut(number, decide, circumstances(), needs);
  if (!changed) return { outcome: 'nothing' };
  if (claim === undefined) return { outcome: ticket.urgent ? 'unanswered' : 'left' };
  const { step, onDuty } = claim;
  try {
    await telephony.ring(onDuty.phone, { ...addressesOf(number, step), ringSeconds: RING_SECONDS });
  } catch (error) {
    const refused = error instanceof RequestRefused;
    const command: Command = refused
      ? { action: 'refuse-duty', step }
      : { action: 'put-off-duty', step, mayHaveRung: !(error instanceof ProviderAway) };
    // Somebody may have taken it meanwhile.
    const after = await carryOut(number, (seen) => (awaitsDuty(seen) ? command : undefined), circumstances(), needs);
    const putOff = after.changed ? 'put-off' : 'unsure';
    return { outcome: refused ? 'number-refused' : putOff, error };
  }
  return textBeside(ticket, onDuty, needs);
};
