import * as z from 'zod';

const E164 = /^\+[1-9]\d{7,14}$/;

/**
 * A subscriber's number in its one form, E.164. It is read where it comes in (`read-telephone.ts`); everywhere else two are
 * the same telephone when they are equal.
 */
export const Telephone = z.string().regex(E164, 'a number with its country code like "+8653371234567"').brand<'Telephone'>();
export type Telephone = z.infer<typeof Telephone>;

/** A telephone as staff may see it: `138****5678`; a short one keeps only its last two digits. */
export const maskPhone = (phone: Telephone): string => {
  const digits = phone.replace(/^\+86/, '').replace(/\D/g, '');
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
};
