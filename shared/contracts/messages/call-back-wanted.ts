import * as z from 'zod';
import { Instant } from '#domain/instant.ts';

/** A caller was lost and is to be rung back. Says which task it is, never who called nor what was said: that is read when somebody takes it. */
export const CallBackWanted = z.object({
  type: z.literal('call-back-wanted'),
  id: z.string().min(1).max(120),
  at: Instant,
  correlationId: z.string(),
});
export type CallBackWanted = z.infer<typeof CallBackWanted>;
