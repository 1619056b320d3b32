import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { LookedUp } from '#domain/tickets/look-up.ts';
import type { Touched } from '#ports/ports.ts';
import { numberAsTyped } from '#use-cases/act-on-ticket.ts';

/** What somebody types who has no account. */
export interface Typed {
  number: string;
  phone: string;
}

/**
 * Reads a ticket's number and a telephone as they were typed. Whatever it refuses, it refuses for what was typed alone, and
 * not for what the hotline knows: `ticket-number-mistyped`, `request-invalid` for what is no telephone number, and
 * `phone-not-texted` for one to which no code can be sent.
 */
export const lookedUp = async (
  { number, phone }: Typed,
  { phoneKeys, district }: Touched<{ phoneKeys: ['of'] }> & { district: District },
): Promise<LookedUp> => {
  const read = numberAsTyped(number, district);
  // The plans of numbers are loaded with the first number.
  const { FORMS, readTelephone } = await import('#domain/telephone/read-telephone.ts');
  const telephone = readTelephone(phone, district.telephone);
  if (telephone === undefined) throw new Refusal('request-invalid', undefined, [{ pointer: '/body/phone', detail: FORMS }]);
  const { canBeTexted } = await import('#domain/telephone/reach.ts');
  if (!canBeTexted(telephone, district.telephone)) throw new Refusal('phone-not-texted');
  return { number: read, phoneKey: await phoneKeys.of(telephone) };
};
