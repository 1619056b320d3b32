import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { PortVariable } from '#ports/variables.ts';
import { type Deployment, workQueuePrefix } from './deployment.ts';
import type { RecordingsBucket } from './recordings-bucket.ts';

/** Everything that functions touch through their ports. */
export interface Resources {
  tickets: Table;
  figures: Table;
  recordings: RecordingsBucket;
  /** The desk's queue of callers to ring back. */
  callBacks: IQueue;
  /** Where it is told that a recording was made. */
  madeRecordings: IQueue;
  parkedCalls: IQueue;
  /** With it leases are sealed, and telephone numbers are made keys. */
  secret: Secret;
}

/** What each variable of a port is set to. */
export const valuesOf = (resources: Resources, deployment: Deployment): Record<PortVariable, string> => ({
  TICKETS_TABLE: resources.tickets.tableName,
  FIGURES_TABLE: resources.figures.tableName,
  WORK_QUEUE_PREFIX: workQueuePrefix(deployment),
  CALL_BACKS_QUEUE_URL: resources.callBacks.queueUrl,
  RECORDINGS_BUCKET: resources.recordings.bucketName,
  RECORDINGS_QUEUE_URL: resources.madeRecordings.queueUrl,
  PARKED_CALLS_QUEUE_URL: resources.parkedCalls.queueUrl,
  DEPLOYMENT_SECRET: resources.secret.secretArn,
});
