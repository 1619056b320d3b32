import * as z from 'zod';
import { DangerAdvice } from '#domain/district/danger/advice.ts';
import { Intake } from '#domain/tickets/open-ticket.ts';
import { Contact } from '#domain/tickets/ticket.ts';
import { ReporterName } from '#domain/tickets/ticket-texts.ts';
import { httpContract } from './http-contract.ts';
import { IdempotencyHeaders } from './idempotency.ts';
import { TicketView, WrittenPhone } from './ticket-view.ts';

/** A matter as a resident files it in the app. What it leaves out of kind, category and area is understood from its words. */
export const OpenTicketBody = z.strictObject({
  ...Intake.pick({ kind: true, category: true, matter: true, area: true, place: true }).shape,
  channel: z.enum(['app', 'miniprogram', 'web']).default('app'),
  urgent: z.boolean().default(false).describe('Danger to people: hours instead of days, around the clock.'),
  anonymous: z.boolean().default(false).describe('Hides name and number from the department.'),
  contact: Contact.extend({ name: ReporterName.optional(), phone: WrittenPhone.optional() }).optional(),
});

/**
 * What an opening answers, for residents and the desk: `replayed` says that the same request was taken before;
 * `danger` what to do at once, where the matter speaks of danger.
 */
export const openingOf = <V extends z.ZodType>(view: V) => {
  const body = z.object({ replayed: z.boolean(), ticket: view, danger: DangerAdvice.optional() });
  return { 200: body, 201: body };
};

export const openTicketContract = httpContract({
  name: 'open-ticket',
  method: 'POST',
  path: '/tickets',
  summary: 'A resident files a matter (诉求); the same Idempotency-Key and body answer the same ticket again.',
  roles: ['resident'],
  headers: IdempotencyHeaders,
  body: OpenTicketBody,
  responses: openingOf(TicketView),
  refusals: ['area-unknown', 'category-unknown', 'idempotency-key-reused'],
});
