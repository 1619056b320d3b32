import type { WebhookContract } from './webhook-contract.ts';

export const answerTwilioCallContract = {
  name: 'answer-twilio-call',
  method: 'POST',
  path: '/voice/twilio',
  summary: 'What Twilio, or who speaks its dialect, asks at each step of a phone call; signed, answered in TwiML.',
} as const satisfies WebhookContract;
