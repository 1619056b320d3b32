import * as z from 'zod';
import type { District } from '#domain/district/district.ts';
import type { DangerFinding } from './understand-danger.ts';

/**
 * What was understood of danger, and by which words. `danger`: somebody is in danger now; the ticket is urgent. `doubt`:
 * a person must ask; no clock runs for it, and the ticket stands at the top of the desk's list.
 */
export const DangerNote = z.looseObject({
  outcome: z.enum(['danger', 'doubt']),
  words: z.array(z.string()).max(10),
  /** The id of the district's danger, where the words say which. */
  danger: z.string().optional(),
  /** Somebody speaks of taking their own life. */
  selfHarm: z.boolean().optional(),
});
export type DangerNote = z.infer<typeof DangerNote>;

/** What a ticket keeps of a finding; undefined where nothing was found. */
export const noteOf = ({ outcome, words, danger, selfHarm }: DangerFinding): DangerNote | undefined =>
  outcome === 'none' ? undefined : { outcome, words, ...(danger && { danger: danger.id }), ...(selfHarm && { selfHarm }) };

const RANK = { danger: 2, doubt: 1 } as const;

/** The graver one of two notes; of two alike the first. */
export const graver = (one: DangerNote | undefined, other: DangerNote | undefined): DangerNote | undefined =>
  other && (!one || RANK[other.outcome] > RANK[one.outcome]) ? other : one;

/** The number that is rung at once in a danger: its own, or the one for when no word says which danger it is. */
export const emergencyNumberFor = (
  { danger: { dangers, otherwise } }: Pick<District, 'danger'>,
  id: string | undefined,
): string =>
  (dangers.find((danger) => danger.id === id) ?? dangers.find((danger) => danger.id === otherwise))?.emergencyNumber ?? '';
