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
    initiationMethod: z.string().optional(),
    agentInfo: z.object({ connectedToAgentTimestamp: z.string().nullish() }).nullish(),
  }),
});

/** A caller's call that has ended. A queue tells the flow nothing of an agent who took it, but this event does. */
export interface ContactEnd {
  call: string;
  reachedAgent: boolean;
}

/**
 * Reads an event of EventBridge: the end of a caller's call; undefined for any other event of a contact, and for the legs
 * that agents make of a call when they pass it on. Throws Refusal `request-invalid`.
 */
export const readContactEvent = (event: unknown): ContactEnd | undefined => {
  const { eventType, contactId, channel, initiationMethod, agentInfo } = refuseUnless(
    ContactEvent.safeParse(event),
    'event',
  ).detail;
  if (eventType !== 'DISCONNECTED' || channel !== 'VOICE' || (initiationMethod ?? 'INBOUND') !== 'INBOUND') return undefined;
  return { call: contactId, reachedAgent: typeof agentInfo?.connectedToAgentTimestamp === 'string' };
};
