import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';

/** A department that no more has a ticket, and when it went away from there last. */
export const WentFrom = once(() => z.looseObject({ department: z.string(), at: Instant }));
export type WentFrom = z.infer<ReturnType<typeof WentFrom>>;

interface Placed {
  department?: string | undefined;
  wentFrom?: WentFrom[] | undefined;
}

/**
 * From where a ticket has gone once a change was recorded; nothing where it stays. What a department returned is with it
 * until somebody sends it elsewhere. Each department stands there once, whatever the way on which it lost the ticket.
 */
export const goneFromDepartment = (before: Placed, after: Placed, recordedAt: Instant): { wentFrom?: WentFrom[] } => {
  const { department, wentFrom = [] } = before;
  if (department === undefined || after.department === department) return {};
  return { wentFrom: [...wentFrom.filter((one) => one.department !== department), { department, at: recordedAt }] };
};
