import type { Telephone } from '#domain/telephone/telephone.ts';
import type { LookedUp } from '#domain/tickets/look-up.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { Touched } from '#ports/ports.ts';

/** The ticket of a number, and the telephone that it was filed with, if that is the one that somebody named. */
export const filedWith = async (
  { number, phoneKey }: LookedUp,
  { store, phoneKeys }: Touched<{ store: ['get', 'contact']; phoneKeys: ['of'] }>,
): Promise<{ ticket: Ticket; phone: Telephone } | undefined> => {
  const ticket = await store.get(number);
  const phone = ticket && (await store.contact(number))?.phone;
  if (!ticket || phone === undefined || (await phoneKeys.of(phone)) !== phoneKey) return undefined;
  return { ticket, phone };
};
