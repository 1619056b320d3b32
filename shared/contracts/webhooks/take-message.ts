import type { WebhookContract } from './webhook-contract.ts';

const fallback = { name: 'take-message', method: 'POST' } as const;

/** The fallback door of Twilio: also what its number has as fallback URL. */
export const takeTwilioMessageContract = {
  ...fallback,
  path: '/voice/twilio/fallback',
  summary: 'Where Twilio turns when a step of a call could not be answered; takes a message, answered in TwiML.',
} as const satisfies WebhookContract;

/** The fallback door of jambonz. */
export const takeJambonzMessageContract = {
  ...fallback,
  path: '/voice/jambonz/fallback',
  summary: 'Where jambonz turns when a step of a call could not be answered; takes a message, answered in its JSON verbs.',
} as const satisfies WebhookContract;
