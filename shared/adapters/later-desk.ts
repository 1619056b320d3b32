import type { District } from '#domain/district/district.ts';
import type { Ports } from '#ports/ports.ts';
import { keyedSeal } from './keyed-seal.ts';
import { phoneKeysLater, type SecretEnvironment, secretLater } from './later-adapters.ts';
import { lazily } from './lazily.ts';

/*
 * Apart from what the doors of the phone load later: what is only loaded later still decides which code is shared, and that
 * is loaded at the start.
 */
type DeskEnvironment = SecretEnvironment & { CALL_BACKS_QUEUE_URL: string };

/** The desk's queue of callers to ring back, loaded when somebody first asks for one. */
const callBackQueueLater = ({ CALL_BACKS_QUEUE_URL, ...env }: DeskEnvironment): Ports['callBackQueue'] =>
  lazily(async () => {
    const { deskQueue } = await import('./sqs/desk-queue.ts');
    return deskQueue(CALL_BACKS_QUEUE_URL, keyedSeal(secretLater(env)));
  });

/** The departments' work queues, loaded when a department first asks for work. */
const workQueueLater = (
  { WORK_QUEUE_PREFIX, ...env }: SecretEnvironment & { WORK_QUEUE_PREFIX: string },
  { departments }: Pick<District, 'departments'>,
): Ports['workQueue'] =>
  lazily(async () => {
    const { workQueues } = await import('./sqs/work-queue.ts');
    return workQueues(WORK_QUEUE_PREFIX, departments, keyedSeal(secretLater(env)));
  });

/** The bucket of recordings, loaded when somebody first asks for one. */
const archiveLater = ({ RECORDINGS_BUCKET }: { RECORDINGS_BUCKET: string }): Ports['archive'] =>
  lazily(async () => {
    const { s3RecordingArchive } = await import('./s3/recording-archive.ts');
    return s3RecordingArchive(RECORDINGS_BUCKET);
  });

/** What the desk needs beside the tables: the call-backs' queue, the recordings, keys of telephones. */
export const deskLater = (
  env: DeskEnvironment & { RECORDINGS_BUCKET: string },
): Pick<Ports, 'callBackQueue' | 'archive' | 'phoneKeys'> => ({
  callBackQueue: callBackQueueLater(env),
  archive: archiveLater(env),
  phoneKeys: phoneKeysLater(env),
});

/** What departments need beside the tables: their work queues, and the recordings. */
export const departmentsLater = (
  env: Parameters<typeof workQueueLater>[0] & { RECORDINGS_BUCKET: string },
  district: Pick<District, 'departments'>,
): Pick<Ports, 'workQueue' | 'archive'> => ({ workQueue: workQueueLater(env, district), archive: archiveLater(env) });
