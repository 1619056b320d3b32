import * as z from 'zod';
import { Telephone } from './telephone.ts';

/** The one form of a number, also of one that was kept as it was written in China: with +86, 0086, 0 or nothing before it. */
const asKeptBefore = (kept: string): string => {
  const digits = kept.replace(/[^\d+]/g, '').replace(/^\+?00/, '+');
  if (digits.startsWith('+')) return digits.replace(/^\+860/, '+86');
  const national = digits.replace(/^86(?=\d{9})/, '').replace(/^0/, '');
  return /^\d{10,11}$/.test(national) ? `+86${national}` : '';
};

/**
 * A telephone in a row or message that may be older than the one form. It needs no plan of numbers, since most functions
 * that read rows have no other use for them: its kind says later whether it is texted or rung. What names no telephone is
 * none.
 */
export const StoredTelephone = z
  .string()
  .max(40)
  .transform((kept) => Telephone.safeParse(asKeptBefore(kept)).data);
