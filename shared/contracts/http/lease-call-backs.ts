import * as z from 'zod';
import { TicketKind } from '#domain/district/kinds.ts';
import { GoneId } from '#domain/district/standing-ids.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { NOT_REACHED } from '#domain/telephone/not-reached.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { httpContract } from './http-contract.ts';

/** A caller to ring back and all that is known of what they wanted. Whoever takes it must dial, so here the number is shown. */
const CallBackView = once(() =>
  z.object({
    id: z.string(),
    since: Instant,
    reporterPhone: z.string().describe('The masked number, for what is read aloud or shown to others.'),
    contact: z.object({ phone: Telephone }).optional(),
    notRung: z
      .enum(NOT_REACHED)
      .optional()
      .describe(
        'Why there is no number to dial: it is of a country that the hotline does not reach, or a number for which who calls it pays.',
      ),
    calls: z.array(
      z.object({
        at: Instant,
        reason: z.enum(['hung-up', 'no-agent']),
        kind: TicketKind.optional(),
        matter: z.string().optional(),
        area: z.string().optional(),
        place: z.string().optional(),
        gone: z.array(GoneId).optional().describe('`area`, where the district no longer has it.'),
        recorded: z.boolean().describe('Whether there is a recording of what the caller said.'),
      }),
    ),
  }),
);

export const leaseCallBacksContract = httpContract({
  name: 'lease-call-backs',
  method: 'POST',
  path: '/desk/call-backs/leases',
  summary: 'An agent takes callers to ring back (回电): one that is not finished when the lease ends comes again.',
  roles: ['agent'],
  get body() {
    return z.strictObject({
      most: z.int().min(1).max(10).default(1),
      leaseSeconds: z.int().min(60).max(3600).default(900).describe('How long nobody else gets what is taken now.'),
    });
  },
  get responses() {
    return { 200: z.object({ callBacks: z.array(z.object({ lease: z.string(), callBack: CallBackView() })) }) };
  },
  saysWhenToAskAgain: true,
  refusals: [],
});
