import * as z from 'zod';

export const Env = z.object({
  TICKETS_TABLE: z.string().min(1),
  /** The name of the secret with which the provider signs. */
  SIGNING_SECRET: z.string().min(1),
  /** Where the provider finds the API: all of the address that stands before the route's path. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  RECORDINGS_QUEUE_URL: z.url(),
  PARKED_CALLS_QUEUE_URL: z.url(),
  /** Whether callers are texted the number of their ticket. */
  SENDS_TEXTS: z.literal('yes').optional(),
  /** The desk's phone number (+86…) or SIP address, which is rung… */
  AGENT_NUMBER: z
    .string()
    .regex(/^\+?\d{3,18}$|^sips?:\S+$/, 'a phone number or a SIP address')
    .optional(),
  /** …or the name of the provider's queue that its agents serve. Without either the hotline is self-service alone. */
  AGENT_QUEUE: z.string().min(1).max(100).optional(),
  /** Whether the line can put callers through to 110, 119 and 120. */
  EMERGENCY_DIAL: z.literal('yes').optional(),
});
