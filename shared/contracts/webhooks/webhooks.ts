import { answerJambonzCallContract } from './answer-jambonz-call.ts';
import { answerTwilioCallContract } from './answer-twilio-call.ts';
import { takeJambonzMessageContract, takeTwilioMessageContract } from './take-message.ts';
import type { WebhookContract } from './webhook-contract.ts';

/** Every door that a phone provider calls. */
export const webhooks: readonly WebhookContract[] = [
  answerTwilioCallContract,
  answerJambonzCallContract,
  takeTwilioMessageContract,
  takeJambonzMessageContract,
];
