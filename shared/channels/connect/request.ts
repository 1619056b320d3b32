import * as z from 'zod';
import { dialIn } from '#channels/dial-results.ts';
import type { Heard } from '#channels/heard.ts';
import { CallId, DialResult, Words } from '#channels/heard-words.ts';
import { phoneOf } from '#channels/phone-number.ts';
import { refuseUnless } from '#channels/refuse-unless.ts';
import type { TelephoneHome } from '#domain/telephone/home.ts';

const Count = z
  .string()
  .regex(/^\d{1,4}$/, 'a number')
  .transform(Number);
const orNothing = <T extends z.ZodType>(schema: T) => z.union([schema, z.null(), z.literal('')]).optional();

/** What the flow hands over; see `infra/connect/contact-flow.json`. It knows nothing that is absent, but empty or null. */
const Parameters = z.object({
  step: Count,
  retry: orNothing(Count),
  /** Which of the next three are the answer to this step. They may be there from an earlier one. */
  answered: orNothing(z.enum(['keys', 'words', 'agent', 'nothing'])),
  digits: z.string().max(64).nullish(),
  speech: orNothing(Words),
  agent: orNothing(DialResult),
  /** `yes` when a message was being recorded. */
  message: z.string().max(8).nullish(),
});

const FlowEvent = z.object({
  Details: z.object({
    ContactData: z.object({
      ContactId: CallId,
      Channel: z.literal('VOICE', 'a call'),
      CustomerEndpoint: z.object({ Address: z.string().nullish() }).nullish(),
    }),
    Parameters,
  }),
});

/** What a contact flow asks: the step with what was answered to it, and how often it was held at this step. */
export interface FlowRequest {
  heard: Heard & { what: 'step' };
  retry: number;
}

/** What the flow says for words that were not heard; nobody says it. */
const NO_WORDS = '-';

/** Connect stores a word of its own where nobody pressed a key. Keys and spoken words come the same way from a bot. */
const KEYS = /^[\d*]{1,32}#?$/;
const keysIn = (text: string): string | undefined => (KEYS.test(text) ? text.replace(/#$/, '') : undefined);

/** A message ends with #, which is not among the digits, or with its time. Any other key says nothing, and is the answer. */
const isLeft = (message: unknown, digits: string | undefined): boolean => message === 'yes' && digits === undefined;

/** Reads the event of a contact flow. Throws Refusal `request-invalid`. */
export const readContactFlow = (event: unknown, home: TelephoneHome): FlowRequest => {
  const { ContactData, Parameters: sent } = refuseUnless(FlowEvent.safeParse(event), 'event').Details;
  const is = (kind: string): boolean => !sent.answered || sent.answered === kind;
  const words = is('words') && sent.speech && sent.speech !== NO_WORDS ? sent.speech : undefined;
  const digits = (is('keys') ? keysIn(sent.digits ?? '') : undefined) ?? (words && keysIn(words));
  const speech = words && !keysIn(words) ? words : undefined;
  const phone = phoneOf(ContactData.CustomerEndpoint?.Address ?? '', home);
  const { dial, unknownDial } = dialIn('connect', (is('agent') && sent.agent) || undefined);
  const answer = {
    ...(digits && { digits }),
    ...(speech && { speech }),
    // The instance records the call from its beginning, and keeps it in our own bucket under the contact's id.
    ...(isLeft(sent.message, digits) && { recording: ContactData.ContactId }),
    ...(dial && { dial }),
  };
  const known = { call: ContactData.ContactId, ...(phone !== undefined && { phone }) };
  return {
    heard: { ...known, what: 'step', step: sent.step, answer, ...(unknownDial && { unknownDial }) },
    retry: sent.retry || 0,
  };
};
