import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Deployment } from './deployment.ts';
import type { HotlineApi } from './hotline-api.ts';
import type { FunctionParts } from './hotline-function.ts';
import { onTable, sendTo } from './permissions.ts';
import type { PhoneQueues } from './phone-queues.ts';
import type { RecordingsBucket } from './recordings-bucket.ts';

/** What every function of the phone is given. */
export interface PhoneParts extends FunctionParts {
  api: HotlineApi;
  tickets: Table;
  queues: PhoneQueues;
  recordings: RecordingsBucket;
  /** With what Twilio signs, and what its own API asks for. */
  phoneSecret: Secret;
  /** With what jambonz signs. */
  jambonzSecret: Secret;
}

/** What is given to those that empty the queues of the phone: all but the doors. */
export type QueueParts = Omit<PhoneParts, 'api' | 'jambonzSecret'>;

/** The environment that all functions which answer calls have. */
export const phoneEnvironment = ({ deployment, tickets, queues }: Pick<PhoneParts, 'deployment' | 'tickets' | 'queues'>) => ({
  TICKETS_TABLE: tickets.tableName,
  RECORDINGS_QUEUE_URL: queues.recordings.queueUrl,
  PARKED_CALLS_QUEUE_URL: queues.parkedCalls.queueUrl,
  ...(deployment.stage.phoneAccount && deployment.stage.callerId && { SENDS_TEXTS: 'yes' as const }),
});

/** Whom callers who want a person are put through to, and whether the line reaches 110, 119 and 120. */
export const deskOf = ({ stage }: Pick<Deployment, 'stage'>) => ({
  ...(stage.agentNumber && { AGENT_NUMBER: stage.agentNumber }),
  ...(stage.agentQueue && { AGENT_QUEUE: stage.agentQueue }),
  ...(stage.emergencyDial && { EMERGENCY_DIAL: 'yes' as const }),
});

/** What all functions which answer calls may do. */
export const phonePermissions = ({ tickets, queues }: Pick<PhoneParts, 'tickets' | 'queues'>): PolicyStatement[] => [
  onTable(tickets, 'GetItem', 'PutItem', 'UpdateItem'),
  sendTo(queues.recordings, queues.parkedCalls),
];

/** With which account, and from which number, the hotline rings and texts; without both it does neither. */
export const telephonyOf = ({ stage }: Pick<Deployment, 'stage'>) => ({
  ...(stage.phoneAccount && { PHONE_ACCOUNT: stage.phoneAccount }),
  ...(stage.callerId && { CALLER_ID: stage.callerId }),
  ...(stage.phoneApi && { PHONE_API: stage.phoneApi }),
});
