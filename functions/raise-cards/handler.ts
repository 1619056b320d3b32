import { mayRemind } from '#domain/district/limits.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { nextMark } from '#domain/tickets/next-mark.ts';
import { isNotAcceptedInTime, NOT_ACCEPTED } from '#domain/tickets/not-accepted.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { DueIndex, DueKind } from '#ports/ticket-store.ts';
import type { Log } from '#runtime/log.ts';
import type { TicketNeeds } from '#use-cases/act-on-ticket.ts';
import { carryOut } from '#use-cases/carry-out.ts';

interface Needs extends TicketNeeds {
  dueIndex: DueIndex;
  log: Log;
}

/** How many are read of each shard at first, and worked on at a time. */
const PAGE = 5;
const AT_ONCE = 40;
/** What one run does of each urgency; what is left is still due in the next minute. */
const MOST_TICKETS = 1000;

/**
 * Gives every card (黄牌, 红牌, 督办) that has fallen, and after an outage those that were missed; gives back how many.
 * What a missed run left for the night waits for working time, unless it is urgent. A ticket that fails stops no other:
 * the run ends in an error when all others are done.
 */
export const createHandler = (needs: Needs) => async (): Promise<number> => {
  const at = needs.now();
  const correlationId = `raise-cards.${at}`;
  const worksNow = mayRemind(needs.district, at);
  let [cards, failures] = [0, 0];

  const fallen = (ticket: Ticket): Command | undefined => {
    const mark = nextMark(ticket);
    // An index that lags still shows among the urgent what was corrected.
    return mark && mark.at <= at && (ticket.urgent || worksNow) ? { action: 'card', mark } : undefined;
  };
  const catchUp = async (number: string): Promise<void> => {
    try {
      for (;;) {
        // By its own time: who follows a list looks back only so far, and a run may be long.
        const circumstances = { at: needs.now(), actor: { role: 'system' as const }, correlationId };
        const { ticket, changed } = await carryOut(number, fallen, circumstances, needs);
        if (!changed) return;
        cards += 1;
        const { limit, colour } = ticket.cards.at(-1) ?? {};
        needs.log('info', 'card', { ticket: number, correlationId, outcome: `${limit} ${colour}` });
        const { department } = ticket;
        if (isNotAcceptedInTime(ticket)) needs.log('warn', NOT_ACCEPTED, { ticket: number, department, correlationId });
      }
    } catch (error) {
      failures += 1;
      needs.log('error', 'card failed', { ticket: number, correlationId, error });
    }
  };
  const sweep = async (which: DueKind): Promise<void> => {
    const seen = new Set<string>();
    while (seen.size < MOST_TICKETS) {
      // What failed is still due, and an index that lags still shows what was done: the page grows past both.
      const due = await needs.dueIndex.due(which, at, PAGE + seen.size);
      const fresh = due.filter((number) => !seen.has(number)).slice(0, MOST_TICKETS - seen.size);
      if (fresh.length === 0) return;
      for (const number of fresh) seen.add(number);
      for (let n = 0; n < fresh.length; n += AT_ONCE) await Promise.all(fresh.slice(n, n + AT_ONCE).map(catchUp));
    }
  };

  await sweep('urgent');
  if (worksNow) await sweep('ordinary');
  if (failures > 0) throw new Error(`${failures} tickets could not be given their cards; ${cards} cards were given`);
  return cards;
};
