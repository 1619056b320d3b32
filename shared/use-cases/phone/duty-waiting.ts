import type { District } from '#domain/district/district.ts';
import type { Instant } from '#domain/instant.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { dutyLeft, firstTurnUntil, nextDuty, takenAlong } from '#domain/tickets/duty.ts';
import { stepNumbered } from '#domain/tickets/duty-steps.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { TicketStore } from '#ports/ticket-store.ts';

/** What is needed to see who is waited for. */
export interface WaitingNeeds {
  store: Pick<TicketStore, 'get'>;
  district: District;
  now: Clock;
}

/** A ticket for which a duty telephone is to be rung, and whose it is. */
export interface Waiting {
  number: string;
  /** The telephones that are left of its ladder, the next one first. */
  phones: readonly Telephone[];
  reporter: string;
  /** It is not due yet, but a call for its reporter may tell of it. */
  isHeld: boolean;
  /** Until when it waits for its first telephone; undefined once somebody was told of it. */
  firstTurn: Instant | undefined;
  /** It was put off, and is tried again whatever becomes of others. */
  isAgain: boolean;
}

/** What was found of tickets that may be due: who waits, and the steps in which tickets were taken with another's call. */
export interface FoundWaiting {
  waiting: Waiting[];
  taken: { number: string; step: number }[];
}

/** Names the reporter of a ticket, by account or by telephone: two of one name are the same person. One who left neither is alone. */
export const reporterOf = ({ number, reporter, phoneKey }: Ticket): string => reporter.key ?? phoneKey ?? number;

/** The tickets whose calls told of others, each read once. */
const readOnce = ({ store }: Pick<WaitingNeeds, 'store'>): ((number: string) => Promise<Ticket | undefined>) => {
  const read = new Map<string, Promise<Ticket | undefined>>();
  return (number) => {
    const found = read.get(number) ?? store.get(number);
    read.set(number, found);
    return found;
  };
};

/**
 * Those that wait, one of each reporter, then a second one of each, and so on: nobody waits for another's many. Of one
 * reporter those come first of which nobody was told.
 */
export const inTurns = (waiting: readonly Waiting[]): Waiting[] => {
  const turns = new Map<string, number>();
  const isNew = ({ firstTurn }: Waiting): boolean => firstTurn !== undefined;
  const withTurn = [...waiting.filter(isNew), ...waiting.filter((one) => !isNew(one))].map((one) => {
    const turn = turns.get(one.reporter) ?? 0;
    turns.set(one.reporter, turn + 1);
    return { one, turn };
  });
  return withTurn.sort((first, second) => first.turn - second.turn).map(({ one }) => one);
};

/** Does something for each, so many at once. */
export const forEachOf = async <T>(things: readonly T[], act: (thing: T) => Promise<unknown>): Promise<void> => {
  const AT_ONCE = 20;
  for (let n = 0; n < things.length; n += AT_ONCE) await Promise.all(things.slice(n, n + AT_ONCE).map(act));
};

/**
 * Which of these tickets wait for a duty telephone, and which were taken by who took the ticket whose call told of them.
 * One that can't be read is left out, and fails when its turn comes.
 */
export const waitingAmong = async (numbers: readonly string[], needs: WaitingNeeds): Promise<FoundWaiting> => {
  const lead = readOnce(needs);
  const found: FoundWaiting = { waiting: [], taken: [] };
  const look = async (number: string): Promise<void> => {
    const at = needs.now();
    const ticket = await needs.store.get(number);
    const left = ticket && dutyLeft(ticket, needs.district, at);
    if (ticket === undefined || left === undefined) return;
    const toldWith = ticket.duty?.steps.findLast((one) => one.former !== true)?.with;
    const step = toldWith === undefined ? undefined : takenAlong(ticket, await lead(toldWith));
    if (step !== undefined) found.taken.push({ number, step });
    else if (left[0] !== undefined) {
      found.waiting.push({
        number,
        phones: left.map(({ onDuty }) => onDuty.phone),
        reporter: reporterOf(ticket),
        isHeld: nextDuty(ticket, needs.district, at) === undefined,
        firstTurn: firstTurnUntil(ticket, needs.district),
        isAgain: stepNumbered(ticket.duty, left[0].step) !== undefined,
      });
    }
  };
  await forEachOf(numbers, (number) => look(number).catch(() => undefined));
  return found;
};
