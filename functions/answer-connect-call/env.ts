import * as z from 'zod';

export const Env = z.object({
  TICKETS_TABLE: z.string().min(1),
  PARKED_CALLS_QUEUE_URL: z.url(),
  /** Whether callers are texted the number of their ticket. */
  SENDS_TEXTS: z.literal('yes').optional(),
  RECORDINGS_QUEUE_URL: z.url(),
  /** `yes` when the contact flow can put callers into a queue that agents serve. */
  HAS_AGENTS: z.literal('yes').optional(),
  /** `yes` when the contact flow has a Lex bot, which hears words; else everything goes by keys and messages. */
  HEARS_SPEECH: z.literal('yes').optional(),
});
