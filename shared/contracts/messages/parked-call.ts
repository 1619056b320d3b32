import * as z from 'zod';
import { PhoneProvider } from '#domain/calls/providers.ts';
import { Instant } from '#domain/instant.ts';
import { StoredTelephone } from '#domain/telephone/stored-telephone.ts';

/** What is known of a call that could not be served because something of ours failed. It becomes a ticket later. */
export const ParkedCall = z.object({
  provider: PhoneProvider,
  /** The provider's id of the call. */
  call: z.string().min(1).max(100),
  /** The time of the call, which is the time of intake. */
  at: Instant,
  phone: StoredTelephone.optional(),
  /** The step that could not be taken, and what the caller answered to it. */
  step: z.int().min(0).optional(),
  answer: z.record(z.string(), z.string()).optional(),
  /** The id of the message that was recorded instead. */
  recording: z.string().max(100).optional(),
  /** The caller was asked to wait, and may have been served a moment later. */
  held: z.literal(true).optional(),
  correlationId: z.string(),
});
export type ParkedCall = z.infer<typeof ParkedCall>;

/** Of a parked call what names the caller: their number, and what they said. */
export const ParkedCaller = ParkedCall.pick({ phone: true, answer: true });

/** A parked call as it lies in its queue. Before callers were sealed, all of it was in plain. */
export const ParkedMessage = ParkedCall.extend({
  /** The caller, sealed for this call. */
  sealed: z.string().optional(),
  /** The caller is in plain, because the deployment's secret could not be read in time: no call is lost for that. */
  unsealed: z.literal(true).optional(),
});
export type ParkedMessage = z.infer<typeof ParkedMessage>;
