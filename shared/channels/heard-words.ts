import * as z from 'zod';
import { Matter } from '#domain/tickets/ticket.ts';

const LONGEST = Matter.maxLength ?? 0;

/** The id that a provider gives a call. */
export const CallId = z.string().regex(/^[\w.-]{8,64}$/, 'the id of a call');

/** Keys that were pressed; the # that ends them is not one of them. */
export const Keys = z
  .string()
  .max(32)
  .transform((keys) => keys.replace(/#$/, ''));

/** What was understood of speech: as much as fits a ticket, and no half signs. */
export const Words = z.string().transform((words) => words.trim().slice(0, LONGEST).trim().toWellFormed());

/** How the call to a person ended, in the provider's word. */
export const DialResult = z.string().max(32);
