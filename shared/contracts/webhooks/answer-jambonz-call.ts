import type { WebhookContract } from './webhook-contract.ts';

export const answerJambonzCallContract = {
  name: 'answer-jambonz-call',
  method: 'POST',
  path: '/voice/jambonz',
  summary: 'What jambonz asks at each step of a phone call; signed, answered in its JSON verbs.',
} as const satisfies WebhookContract;
