import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { LookedUp } from '#domain/tickets/look-up.ts';

/**
 * Somebody wants to look a ticket up and is to be texted a code, if there is such a ticket and it was filed with that
 * telephone. Says neither the telephone nor the code.
 */
export const LookUpWanted = z.looseObject({
  type: z.literal('look-up-wanted'),
  id: z.string(),
  /** Not beside the others: whether it is of any ticket is not known. */
  of: LookedUp(),
  /** When it was asked for. */
  at: Instant,
  correlationId: z.string(),
});
export type LookUpWanted = z.infer<typeof LookUpWanted>;
