import type { District } from '#domain/district/district.ts';
import type { LeaseSeal } from '#ports/lease-seal.ts';
import type { Ports } from '#ports/ports.ts';
import type { SendAll } from '#ports/send-all.ts';
import { keyedSeal } from './keyed-seal.ts';
import { lazily } from './lazily.ts';

/** Where the desk's leases are, and the secret that seals them. */
interface DeskEnvironment {
  CALL_BACKS_QUEUE_URL: string;
  TICKETS_TABLE: string;
}

/** What seals the leases of both kinds of queue. */
const sealLater = async (table: string): Promise<LeaseSeal> => {
  const { leaseSecret } = await import('./dynamodb/lease-secret.ts');
  const { documentClient } = await import('./dynamodb/document-client.ts');
  const client = documentClient();
  return keyedSeal(() => leaseSecret(client, table));
};

/** The desk's queue of callers to ring back, loaded when somebody first asks for one. */
const callBackQueueLater = ({ CALL_BACKS_QUEUE_URL, TICKETS_TABLE }: DeskEnvironment): Ports['callBackQueue'] =>
  lazily(async () => {
    const { deskQueue } = await import('./sqs/desk-queue.ts');
    return deskQueue(CALL_BACKS_QUEUE_URL, await sealLater(TICKETS_TABLE));
  });

/** The departments' work queues, loaded when a department first asks for work. */
export const workQueueLater = (
  { WORK_QUEUE_PREFIX, TICKETS_TABLE }: { WORK_QUEUE_PREFIX: string; TICKETS_TABLE: string },
  { departments }: Pick<District, 'departments'>,
): Ports['workQueue'] =>
  lazily(async () => {
    const { workQueues } = await import('./sqs/work-queue.ts');
    return workQueues(WORK_QUEUE_PREFIX, departments, await sealLater(TICKETS_TABLE));
  });

/** The bucket of recordings, loaded when somebody first asks for one. */
export const archiveLater = ({ RECORDINGS_BUCKET }: { RECORDINGS_BUCKET: string }): Ports['archive'] =>
  lazily(async () => {
    const { s3RecordingArchive } = await import('./s3/recording-archive.ts');
    return s3RecordingArchive(RECORDINGS_BUCKET);
  });

/** What the desk needs beside the tables: the call-backs' queue and the recordings. */
export const deskLater = (env: DeskEnvironment & { RECORDINGS_BUCKET: string }): Pick<Ports, 'callBackQueue' | 'archive'> => ({
  callBackQueue: callBackQueueLater(env),
  archive: archiveLater(env),
});

/** What sends to a queue, loaded when there is first something to send. */
const senderLater = (queueUrl: string): SendAll => {
  const sender = lazily(async () => {
    const { sqsQueueSender } = await import('./sqs/queue-sender.ts');
    return { send: sqsQueueSender(queueUrl) };
  });
  return (bodies) => sender.send(bodies);
};

/** The queues of a door that answers calls: most calls leave nothing on either. */
export const phoneQueuesLater = (env: {
  RECORDINGS_QUEUE_URL: string;
  PARKED_CALLS_QUEUE_URL: string;
}): Pick<Ports, 'sendRecordings' | 'park'> => ({
  sendRecordings: senderLater(env.RECORDINGS_QUEUE_URL),
  park: senderLater(env.PARKED_CALLS_QUEUE_URL),
});
