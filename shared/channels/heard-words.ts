import * as z from 'zod';
import { longestOf, readableOf } from '#domain/text/free-text.ts';
import { Matter } from '#domain/tickets/ticket-texts.ts';

/** The id that a provider gives a call. */
export const CallId = z.string().regex(/^[\w.-]{8,64}$/, 'the id of a call');

/** Keys that were pressed; the # that ends them is not one of them. */
export const Keys = z
  .string()
  .max(32)
  .transform((keys) => keys.replace(/#$/, ''));

/** What was understood of speech: as much of it as can be read and fits a ticket. */
export const Words = z.string().transform((words) => readableOf(words, longestOf(Matter)));

/** How the call to a person ended, in the provider's word. */
export const DialResult = z.string().max(32);
