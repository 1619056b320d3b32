import type { District } from '#domain/district/district.ts';
import type { Ports } from '#ports/ports.ts';
import type { SendAll } from '#ports/send-all.ts';
import { lazily } from './lazily.ts';

/** The desk's queue of callers to ring back, loaded when somebody first asks for one. */
const callBackQueueLater = ({ CALL_BACKS_QUEUE_URL }: { CALL_BACKS_QUEUE_URL: string }): Ports['callBackQueue'] =>
  lazily(async () => {
    const { deskQueue } = await import('./sqs/desk-queue.ts');
    return deskQueue(CALL_BACKS_QUEUE_URL);
  });

/** The departments' work queues, loaded when a department first asks for work. */
export const workQueueLater = (
  { WORK_QUEUE_PREFIX }: { WORK_QUEUE_PREFIX: string },
  { departments }: Pick<District, 'departments'>,
): Ports['workQueue'] =>
  lazily(async () => {
    const { workQueues } = await import('./sqs/work-queue.ts');
    return workQueues(WORK_QUEUE_PREFIX, departments);
  });

/** The bucket of recordings, loaded when somebody first asks for one. */
export const archiveLater = ({ RECORDINGS_BUCKET }: { RECORDINGS_BUCKET: string }): Ports['archive'] =>
  lazily(async () => {
    const { s3RecordingArchive } = await import('./s3/recording-archive.ts');
    return s3RecordingArchive(RECORDINGS_BUCKET);
  });

/** Keys of telephone numbers: the secret is read when there is first a number to name. */
export const phoneKeysLater = ({ PHONE_KEYS_SECRET }: { PHONE_KEYS_SECRET: string }): Ports['phoneKeys'] =>
  lazily(async () => {
    const { secretPhoneKeys } = await import('./secrets/phone-keys.ts');
    return secretPhoneKeys(PHONE_KEYS_SECRET);
  });

/** What the desk needs beside the tables: the call-backs' queue, the recordings, keys of telephones. */
export const deskLater = (
  env: Parameters<typeof callBackQueueLater>[0] & Parameters<typeof archiveLater>[0] & Parameters<typeof phoneKeysLater>[0],
): Pick<Ports, 'callBackQueue' | 'archive' | 'phoneKeys'> => ({
  callBackQueue: callBackQueueLater(env),
  archive: archiveLater(env),
  phoneKeys: phoneKeysLater(env),
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
