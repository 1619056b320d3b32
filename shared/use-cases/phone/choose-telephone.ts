import type { Instant } from '#domain/instant.ts';
import { firstTurnUntil, type NextDuty } from '#domain/tickets/duty.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { type ClaimNeeds, claimTelephone } from './claim-telephone.ts';

/** Whom of a ladder a call goes to, or until when nobody of it may be rung for this reporter. */
export type Chosen = { next: NextDuty; isForAll: boolean; error?: unknown } | { until: Instant };

/**
 * Claims the telephone of the next one on duty, or of the first one after them that was not rung for this reporter a short
 * while ago. A danger of which nobody was told yet waits for its first telephone as long as a step takes; then it rings
 * whose telephone was rung for its reporter the longest ago, as others may have used their name.
 */
export const chooseTelephone = async (
  ticket: Ticket,
  left: readonly NextDuty[],
  reporter: string,
  needs: ClaimNeeds,
): Promise<Chosen> => {
  const { number } = ticket;
  const firstTurn = firstTurnUntil(ticket, needs.district);
  const isFirstTurn = firstTurn !== undefined && firstTurn > needs.now();
  const held: { next: NextDuty; from: Instant; soonest: Instant }[] = [];
  const claim = async (next: NextDuty, isOverdue: boolean): Promise<Chosen | undefined> => {
    const { step, onDuty } = next;
    const waits = { number, phone: onDuty.phone, step, reporter };
    // What can't be counted is rung for all the same.
    const claimed = await claimTelephone(waits, isOverdue, needs).catch((error: unknown) => ({ isForAll: false, error }));
    if ('isForAll' in claimed) return { next, ...claimed };
    held.push({ next, ...claimed });
    return undefined;
  };
  for (const next of isFirstTurn ? left.slice(0, 1) : left) {
    const claimed = await claim(next, false);
    if (claimed) return claimed;
  }
  const isOverdue = firstTurn !== undefined && !isFirstTurn;
  const when = (one: (typeof held)[number]): Instant => (isOverdue ? one.soonest : one.from);
  const [first] = held.toSorted((one, other) => (when(one) < when(other) ? -1 : 1));
  if (first === undefined) throw new Error('nobody is left of a ladder that is climbed');
  if (isOverdue && first.soonest <= needs.now()) {
    const claimed = await claim(first.next, true);
    if (claimed) return claimed;
  }
  return { until: isFirstTurn && firstTurn < first.from ? firstTurn : when(first) };
};
