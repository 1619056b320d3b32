import type * as z from 'zod';
import { reference } from '#domain/text/reference.ts';

/**
 * An id of one of the district's lists, which people choose. Where it stands in a form, `x-list` says from which list of
 * `GET /district` it comes.
 */
export const idIn = (list: 'areas' | 'categories' | 'departments'): z.ZodString =>
  reference({ max: 60 }).meta({ 'x-list': list });
