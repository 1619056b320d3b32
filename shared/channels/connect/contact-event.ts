import * as z from 'zod';
import { CallId } from '#channels/heard-words.ts';
import { refuseUnless } from '#channels/refuse-unless.ts';

const ContactEvent = z.object({
  source: z.literal('aws.connect'),
  'detail-type': z.literal('Amazon Connect Contact Event'),
  detail: z.object({
    eventType: z.string(),
    contactId: CallId,
    channel: z.string(),
    agentInfo: z.object({ connectedToAgentTimestamp: z.string().nullish() }).nullish(),
  }),
});

/** A voice contact that has ended. A queue tells the flow nothing of an agent who took it, but this event does. */
export interface ContactEnd {
  call: string;
  reachedAgent: boolean;
}

/**
 * Reads an event of EventBridge: the end of a contact, however it began; undefined for any other event. Whether it is a
 * call that we served, our own record of it tells: legs that agents make have contacts of their own. Throws Refusal
 * `request-invalid`.
 */
export const readContactEvent = (event: unknown): ContactEnd | undefined => {
  const { eventType, contactId, channel, agentInfo } = refuseUnless(ContactEvent.safeParse(event), 'event').detail;
  if (eventType !== 'DISCONNECTED' || channel !== 'VOICE') return undefined;
  return { call: contactId, reachedAgent: typeof agentInfo?.connectedToAgentTimestamp === 'string' };
};
