import * as z from 'zod';

export const Env = z.object({
  TICKETS_TABLE: z.string().min(1),
  RECORDINGS_BUCKET: z.string().min(1),
  /** The name of the secret that holds the provider account's token. */
  SIGNING_SECRET: z.string().min(1),
  PHONE_ACCOUNT: z.string().min(1).optional(),
  PHONE_API: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
});
