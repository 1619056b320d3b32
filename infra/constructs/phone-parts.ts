import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Deployment } from './deployment.ts';
import type { HotlineApi } from './hotline-api.ts';
import type { FunctionParts } from './hotline-function.ts';
import type { PhoneQueues } from './phone-queues.ts';

/** What every function of the phone is given. */
export interface PhoneParts extends FunctionParts {
  api: HotlineApi;
  queues: PhoneQueues;
  /** With what Twilio signs, and what its own API asks for. */
  phoneSecret: Secret;
  /** With what jambonz signs. */
  jambonzSecret: Secret;
}

/** What is given to those that empty the queues of the phone: all but the doors. */
export type QueueParts = Omit<PhoneParts, 'api' | 'jambonzSecret'>;

/** Whether callers are texted the number of their ticket. */
export const textsOf = ({ stage }: Pick<Deployment, 'stage'>) => ({
  ...(stage.phoneAccount && stage.callerId && { SENDS_TEXTS: 'yes' as const }),
});

/** Whom callers who want a person are put through to, and whether the line reaches 110, 119 and 120. */
export const deskOf = ({ stage }: Pick<Deployment, 'stage'>) => ({
  ...(stage.agentNumber && { AGENT_NUMBER: stage.agentNumber }),
  ...(stage.agentQueue && { AGENT_QUEUE: stage.agentQueue }),
  ...(stage.emergencyDial && { EMERGENCY_DIAL: 'yes' as const }),
});

/** With which account, and from which number, the hotline rings and texts; without both it does neither. */
export const telephonyOf = ({ stage }: Pick<Deployment, 'stage'>) => ({
  ...(stage.phoneAccount && { PHONE_ACCOUNT: stage.phoneAccount }),
  ...(stage.callerId && { CALLER_ID: stage.callerId }),
  ...(stage.phoneApi && { PHONE_API: stage.phoneApi }),
});
