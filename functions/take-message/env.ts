import * as z from 'zod';

export const Env = z.object({
  /** The names of the secrets with which the providers sign. */
  TWILIO_SECRET: z.string().min(1),
  JAMBONZ_SECRET: z.string().min(1),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  RECORDINGS_QUEUE_URL: z.url(),
  PARKED_CALLS_QUEUE_URL: z.url(),
});
