import * as z from 'zod';
import { DangerAdvice } from '#domain/district/danger/advice.ts';
import { once } from '#domain/once.ts';
import { FilingWarning } from '#domain/tickets/filing-warnings.ts';
import { Intake } from '#domain/tickets/open-ticket.ts';
import { ReporterName } from '#domain/tickets/ticket-texts.ts';
import { httpContract } from './http-contract.ts';
import { IdempotencyHeaders } from './idempotency.ts';
import { AcceptLanguage } from './reader-language.ts';
import { TicketView, WrittenPhone } from './ticket-view.ts';

/** A matter as a resident files it in the app. What it leaves out of kind, category and area is understood from its words. */
export const OpenTicketBody = once(() =>
  z.strictObject({
    ...Intake().pick({ kind: true, category: true, matter: true, area: true, place: true }).shape,
    channel: z.enum(['app', 'miniprogram', 'web']).default('app'),
    urgent: z.boolean().default(false).describe('Danger to people: hours instead of days, around the clock.'),
    anonymous: z.boolean().default(false).describe('Hides name and number from the department.'),
    contact: z.strictObject({ name: ReporterName.optional(), phone: WrittenPhone().optional() }).optional(),
  }),
);

/**
 * What an opening answers, for residents and the desk: `replayed` says that the same request was taken before;
 * `danger` what to do at once, where the matter speaks of danger; `warnings` that the words of somebody who is anonymous may
 * name them.
 */
export const openingOf = <V extends z.ZodType>(view: V) => {
  const body = z.object({
    replayed: z.boolean(),
    ticket: view,
    danger: DangerAdvice().optional(),
    warnings: z.array(FilingWarning()).optional(),
  });
  return { 200: body, 201: body };
};

/** The same where a matter may join a ticket of the same reporter that is open. */
const openingOrJoining = <V extends z.ZodType>(view: V) => {
  const { 200: again, 201: created } = openingOf(view);
  const joined = z
    .boolean()
    .optional()
    .describe(
      'What this request says was added to an open ticket of yours: of the same danger, or since there are so many today.',
    );
  return { 200: again.extend({ joined }), 201: created };
};

export const openTicketContract = httpContract({
  name: 'open-ticket',
  method: 'POST',
  path: '/tickets',
  summary: 'A resident files a matter (诉求); the same Idempotency-Key and body answer the same ticket again.',
  roles: ['resident'],
  get headers() {
    return IdempotencyHeaders().extend(AcceptLanguage().shape);
  },
  get body() {
    return OpenTicketBody();
  },
  get responses() {
    return openingOrJoining(TicketView());
  },
  refusals: ['area-unknown', 'category-unknown', 'idempotency-key-reused', 'too-many-today', 'ticket-changed-meanwhile'],
});
