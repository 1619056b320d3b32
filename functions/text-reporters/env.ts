import * as z from 'zod';

export const Env = z.object({
  TICKETS_TABLE: z.string().min(1),
  /** The name of the secret that holds the provider account's token. */
  SIGNING_SECRET: z.string().min(1),
  /** With which account and from which number; without both nobody is texted. */
  PHONE_ACCOUNT: z.string().min(1).optional(),
  CALLER_ID: z.string().min(1).optional(),
  PHONE_API: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
});
