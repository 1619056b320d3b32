import * as z from 'zod';
import type { RecordingMade } from './recording-made.ts';

/** Where providers put recordings; see below. What we put there ourselves is not told of. */
const Key = z.string().regex(/^(incoming|\d{4})\//, 'the key of an object that a provider brought');

/** S3 says by EventBridge that a provider has put a recording into our bucket itself. */
export const RecordingArrived = z.object({
  'detail-type': z.literal('Object Created'),
  source: z.literal('aws.s3'),
  id: z.string(),
  time: z.string(),
  detail: z.object({ object: z.object({ key: Key }) }),
});
export type RecordingArrived = z.infer<typeof RecordingArrived>;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/**
 * jambonz can't be told a folder, it writes `2026/11/23/<call_sid>.mp3`; what a script of the operator's copies may lie
 * below `incoming/jambonz/`. Amazon Connect's folder is set in its storage: `incoming/connect/…/<contact id>_<time>_UTC.wav`.
 * Both ids are UUIDs.
 */
const CALLS = {
  jambonz: new RegExp(`^(?:\\d{4}/\\d{2}/\\d{2}/|incoming/jambonz/(?:.*/)?)(${UUID})\\.(?:wav|mp3)$`),
  connect: new RegExp(`^incoming/connect/(?:.*/)?(${UUID})_[^/]*\\.wav$`),
} as const;

/** Which call's recording it is; undefined for an object that is none. */
export const callInKey = (key: string): Pick<RecordingMade, 'provider' | 'call'> | undefined => {
  for (const provider of ['jambonz', 'connect'] as const) {
    const call = CALLS[provider].exec(key)?.[1];
    if (call !== undefined) return { provider, call };
  }
  return undefined;
};
