import type { District } from '#domain/district/district.ts';
import type { NotReached } from '#domain/telephone/not-reached.ts';
import { whyNotRung } from '#domain/telephone/reach.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { DayCounts } from '#ports/day-counts.ts';
import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';
import { type LimitMet, takePlace } from './within-day-limits.ts';

/** What is needed to ask a reporter by phone. */
export interface AskingNeeds {
  store: Pick<TicketStore, 'get' | 'commit' | 'contact'>;
  dayCounts: DayCounts;
  district: District;
  now: Clock;
  telephony: Pick<Telephony, 'ring'>;
  /** Where the provider finds what to say about a ticket, and where it tells how the call ended. */
  addressesOf(number: string): { answerUrl: string; statusUrl: string };
}

/** What became of it. `nothing`: it was not due any more, or there is no telephone. With an error, the telephone did not ring. */
export interface Asked {
  outcome: 'rung' | 'left' | 'nothing' | 'number-refused' | 'country-refused' | 'put-off' | LimitMet | NotReached;
  error?: unknown;
}

const RING_SECONDS = 25;

/** The next try, or to leave it when all were used; undefined when nothing is due. */
const nextOf = (ticket: Ticket, { phone }: District, at: string): Command | undefined => {
  const { reporterCalls } = ticket;
  if (!factsOf(ticket).awaitsRating || reporterCalls?.nextAt === undefined || reporterCalls.nextAt > at) return undefined;
  const attempt = reporterCalls.tries.length + 1;
  return attempt > phone.askReporter.tries ? { action: 'leave-reporter' } : { action: 'ring-reporter', attempt };
};

/**
 * Rings the reporter of a resolved matter (回访), or leaves them when they were not reached so often. The try is written
 * before the telephone rings: whatever dies in between, nobody is rung twice for it. A number that the provider will never
 * ring is left at once, and the ticket keeps the provider's code. A call that the provider did not take was none, and is put off for some minutes: its outage must not cost
 * anybody their tries. One that it took, but said so too late, rings once more then.
 */
export const askReporter = async (number: string, correlationId: string, needs: AskingNeeds): Promise<Asked> => {
  const { store, district, now, telephony, addressesOf } = needs;
  const circumstances = () => ({ at: now(), actor: { role: 'system' as const }, correlationId });
  const { ticket, changed } = await carryOut(number, (seen) => nextOf(seen, district, now()), circumstances(), needs);
  if (!changed) return { outcome: 'nothing' };
  if (ticket.reporterCalls?.unreached) return { outcome: 'left' };
  const phone = (await store.contact(number))?.phone;
  const attempt = ticket.reporterCalls?.tries.length ?? 1;
  // It may have been rated meanwhile by another door.
  const isStill = (seen: Ticket): boolean => factsOf(seen).awaitsRating && seen.reporterCalls?.tries.length === attempt;
  const instead = async (command: Command): Promise<void> => {
    await carryOut(number, (seen) => (isStill(seen) ? command : undefined), circumstances(), needs);
  };
  if (phone === undefined) return { outcome: 'nothing' };
  const notRung = whyNotRung(phone, district.telephone);
  if (notRung !== undefined) {
    await instead({ action: 'leave-reporter', refused: notRung });
    return { outcome: notRung };
  }
  const place = await takePlace('rings', ticket, now(), needs);
  if (typeof place === 'string') {
    // One number that had enough is asked by nobody any more; all others are asked tomorrow.
    const isOver = place === 'number-had-enough';
    await instead(
      isOver ? { action: 'leave-reporter', refused: place } : { action: 'put-off-reporter', attempt, toNextDay: true },
    );
    return { outcome: place };
  }
  try {
    await telephony.ring(phone, { ...addressesOf(number), ringSeconds: RING_SECONDS, detectsMachines: true });
    return { outcome: 'rung' };
  } catch (error) {
    const lasts = error instanceof LastingRefusal;
    const after: Command = lasts
      ? { action: 'leave-reporter', ...(error.code !== undefined && { refused: error.code }) }
      : { action: 'put-off-reporter', attempt };
    // Where it is not known whether it rang, it counts.
    if (error instanceof ProviderAway || error instanceof RequestRefused) await place.giveBack();
    await instead(after);
    if (lasts) return { outcome: error instanceof NumberRefused ? 'number-refused' : 'country-refused', error };
    return { outcome: 'put-off', error };
  }
};
