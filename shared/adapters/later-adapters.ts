import type { District } from '#domain/district/district.ts';
import type { Ports } from '#ports/ports.ts';
import type { SendAll } from '#ports/send-all.ts';
import { keyedSeal, type SecretOf } from './keyed-seal.ts';
import { lazily } from './lazily.ts';
import { secretPhoneKeys } from './phone-keys.ts';

interface SecretEnvironment {
  DEPLOYMENT_SECRET: string;
}

type DeskEnvironment = SecretEnvironment & { CALL_BACKS_QUEUE_URL: string };

/** The deployment's secret, which is read when something is first sealed or named with it. */
const secretLater = ({ DEPLOYMENT_SECRET }: SecretEnvironment): SecretOf => {
  const secret = lazily(async () => {
    const { deploymentSecret } = await import('./secrets/deployment-secret.ts');
    return { read: deploymentSecret(DEPLOYMENT_SECRET) };
  });
  return () => secret.read();
};

/** The desk's queue of callers to ring back, loaded when somebody first asks for one. */
const callBackQueueLater = ({ CALL_BACKS_QUEUE_URL, ...env }: DeskEnvironment): Ports['callBackQueue'] =>
  lazily(async () => {
    const { deskQueue } = await import('./sqs/desk-queue.ts');
    return deskQueue(CALL_BACKS_QUEUE_URL, keyedSeal(secretLater(env)));
  });

/** The departments' work queues, loaded when a department first asks for work. */
export const workQueueLater = (
  { WORK_QUEUE_PREFIX, ...env }: SecretEnvironment & { WORK_QUEUE_PREFIX: string },
  { departments }: Pick<District, 'departments'>,
): Ports['workQueue'] =>
  lazily(async () => {
    const { workQueues } = await import('./sqs/work-queue.ts');
    return workQueues(WORK_QUEUE_PREFIX, departments, keyedSeal(secretLater(env)));
  });

/** The bucket of recordings, loaded when somebody first asks for one. */
export const archiveLater = ({ RECORDINGS_BUCKET }: { RECORDINGS_BUCKET: string }): Ports['archive'] =>
  lazily(async () => {
    const { s3RecordingArchive } = await import('./s3/recording-archive.ts');
    return s3RecordingArchive(RECORDINGS_BUCKET);
  });

/** Keys of telephone numbers. */
export const phoneKeysLater = (env: SecretEnvironment): Ports['phoneKeys'] => secretPhoneKeys(secretLater(env));

/** What the desk needs beside the tables: the call-backs' queue, the recordings, keys of telephones. */
export const deskLater = (
  env: DeskEnvironment & { RECORDINGS_BUCKET: string },
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

/** Where calls are parked, with their callers sealed. */
const parkingLater = ({ PARKED_CALLS_QUEUE_URL, ...env }: SecretEnvironment & { PARKED_CALLS_QUEUE_URL: string }): SendAll => {
  const parking = lazily(async () => {
    const [{ sealedParking }, { secretCallerSeal }] = await Promise.all([
      import('./sqs/sealed-parking.ts'),
      import('./caller-seal.ts'),
    ]);
    return { park: sealedParking(senderLater(PARKED_CALLS_QUEUE_URL), secretCallerSeal(secretLater(env))) };
  });
  return (bodies) => parking.park(bodies);
};

/** The queues of a door that answers calls: most calls leave nothing on either. */
export const phoneQueuesLater = ({
  RECORDINGS_QUEUE_URL,
  ...env
}: Parameters<typeof parkingLater>[0] & { RECORDINGS_QUEUE_URL: string }): Pick<Ports, 'sendRecordings' | 'park'> => ({
  sendRecordings: senderLater(RECORDINGS_QUEUE_URL),
  park: parkingLater(env),
});
