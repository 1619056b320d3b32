import type { District } from '#domain/district/district.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { isLookedUp, type LookedUp } from '#domain/tickets/look-up.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';

/**
 * The ticket of a number, and the telephone that it was filed with, if that is the one that somebody named, and the ticket
 * is one that is looked up without an account; or why there is none. The reason is for our logs alone.
 */
export const filedWith = async (
  { number, phoneKey }: LookedUp,
  {
    store,
    phoneKeys,
    district,
    now,
  }: Touched<{ store: ['get', 'contact']; phoneKeys: ['of'] }> & { district: District; now: Clock },
): Promise<{ ticket: Ticket; phone: Telephone } | 'not-filed-with-it' | 'not-looked-up'> => {
  const ticket = await store.get(number);
  const phone = ticket && (await store.contact(number))?.phone;
  if (!ticket || phone === undefined || (await phoneKeys.of(phone)) !== phoneKey) return 'not-filed-with-it';
  return isLookedUp(ticket, district, now()) ? { ticket, phone } : 'not-looked-up';
};
