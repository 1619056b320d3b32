import * as z from 'zod';
import type { Touches } from '#ports/ports.ts';

/** What it takes to end a call, with all that may come of it: its ticket, or its caller's call-back. */
export const endingTouches = {
  store: ['open', 'get', 'commit', 'join'],
  calls: ['get', 'addTurn', 'end', 'correct'],
  callBacks: ['ofCaller', 'replace'],
  phoneKeys: ['of'],
} as const satisfies Touches;

/** What it takes to answer a call, whoever the provider is. */
export const answeringTouches = {
  ...endingTouches,
  store: ['open', 'get', 'commit', 'join', 'contact'],
  telephoneTickets: ['offered'],
  sendRecordings: true,
  park: true,
} as const satisfies Touches;

/** Whether callers are texted the number of their ticket. */
export const textsVariable = { SENDS_TEXTS: z.literal('yes').optional() };

/** What a door over HTTP is told of its provider, of its own address, and of the people at the desk. */
export const doorVariables = {
  ...textsVariable,
  /** The name of the secret with which the provider signs. */
  SIGNING_SECRET: z.string().min(1),
  /** Where the provider finds the API: all of the address that stands before the route's path. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
  /** The desk's phone number (+86…) or SIP address, which is rung… */
  AGENT_NUMBER: z
    .string()
    .regex(/^\+?\d{3,18}$|^sips?:\S+$/, 'a phone number or a SIP address')
    .optional(),
  /** …or the name of the provider's queue that its agents serve. Without either the hotline is self-service alone. */
  AGENT_QUEUE: z.string().min(1).max(100).optional(),
  /** Whether the line can put callers through to 110, 119 and 120. */
  EMERGENCY_DIAL: z.literal('yes').optional(),
};

/** With which account, and from which number, the hotline rings and texts people; without both it does neither. */
export const accountVariables = {
  /** The name of the secret that holds the provider account's token. */
  SIGNING_SECRET: z.string().min(1),
  PHONE_ACCOUNT: z.string().min(1).optional(),
  CALLER_ID: z.string().min(1).optional(),
  PHONE_API: z.url({ protocol: /^https?$/ }).default('https://api.twilio.com'),
};
