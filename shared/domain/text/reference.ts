import * as z from 'zod';

/**
 * What was given out and is brought back, or names a thing of the district: an id, a cursor, a lease. Visible ASCII, which no
 * way of sending spoils.
 */
export const reference = ({ max }: { max: number }): z.ZodString =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\x21-\x7e]+$/, 'letters, digits and signs of ASCII without blanks');
