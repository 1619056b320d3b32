import * as z from 'zod';

export const Env = z.object({
  TICKETS_TABLE: z.string().min(1),
  /** The name of the secret with which the provider signs. */
  SIGNING_SECRET: z.string().min(1),
  /** Where the provider finds the API: all of the address that stands before the route's path. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** The desk's phone number (+86…) or SIP address; without it the hotline is self-service alone. */
  AGENT_NUMBER: z
    .string()
    .regex(/^\+?\d{3,18}$|^sips?:\S+$/, 'a phone number or a SIP address')
    .optional(),
});
