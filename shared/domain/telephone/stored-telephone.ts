import * as z from 'zod';
import { Telephone } from './telephone.ts';

/** A number as it was kept before numbers had one form: as it was written in China, with +86, 0086, 0 or nothing before it. */
const asKeptBefore = (kept: string): string => {
  const digits = kept.replace(/[^\d+]/g, '').replace(/^\+?00/, '+');
  return digits.startsWith('+') ? digits.replace(/^\+860/, '+86') : `+86${digits.replace(/^86(?=\d{9})/, '').replace(/^0/, '')}`;
};

/**
 * A telephone in a row or message that may be older than the one form. It needs no plan of numbers, so that whoever reads
 * rows does not load them: what is texted or rung is judged by its kind. What names no telephone is none.
 */
export const StoredTelephone = z
  .string()
  .max(40)
  .transform((kept) => Telephone.safeParse(kept).data ?? Telephone.safeParse(asKeptBefore(kept)).data);
