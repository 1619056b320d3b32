import { callerKey } from '#domain/calls/call-back-id.ts';
import type { District } from '#domain/district/district.ts';
import { nextDuty } from '#domain/tickets/duty.ts';
import { nationalNumber, type Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { TicketStore } from '#ports/ticket-store.ts';

/** What is needed to see who is waited for. */
export interface WaitingNeeds {
  store: Pick<TicketStore, 'get' | 'contact'>;
  district: District;
  now: Clock;
}

/** A ticket for which a duty telephone is to be rung now, and whose it is. */
export interface Waiting {
  number: string;
  phone: string;
  reporter: string;
  /** It was put off, and is tried again whatever becomes of others. */
  isAgain: boolean;
}

/** Names the reporter of a ticket, by account or by number: two of one name are the same person. One who left neither, or can't be read, is alone. */
export const reporterOf = async ({ number, reporter }: Ticket, { store }: Pick<WaitingNeeds, 'store'>): Promise<string> => {
  if (reporter.key !== undefined) return callerKey(reporter.key);
  const contact = reporter.maskedPhone === undefined ? undefined : await store.contact(number).catch(() => undefined);
  const phone = contact?.phone;
  return phone === undefined ? number : callerKey(nationalNumber(phone));
};

const AT_ONCE = 20;

/** Which of these tickets wait for a duty telephone. One that can't be read is left out, and fails when its turn comes. */
export const waitingAmong = async (numbers: readonly string[], needs: WaitingNeeds): Promise<Waiting[]> => {
  const look = async (number: string): Promise<Waiting[]> => {
    const ticket = await needs.store.get(number);
    const next = ticket && nextDuty(ticket, needs.district, needs.now());
    if (ticket === undefined || typeof next !== 'object') return [];
    const isAgain = ticket.duty?.steps[next.step - 1] !== undefined;
    return [{ number, phone: next.onDuty.phone, reporter: await reporterOf(ticket, needs), isAgain }];
  };
  const found: Waiting[] = [];
  for (let n = 0; n < numbers.length; n += AT_ONCE) {
    const some = await Promise.all(numbers.slice(n, n + AT_ONCE).map((number) => look(number).catch(() => [])));
    found.push(...some.flat());
  }
  return found;
};
