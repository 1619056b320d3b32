import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { busyWhenAway, clientSettings, ORDINARY } from '#adapters/client-settings.ts';
import type { RecordingArchive } from '#ports/recordings.ts';

/** A client as the functions use it. Settings are for tests, which talk to several emulators. */
export const s3Client = (settings: S3ClientConfig = {}): S3Client =>
  busyWhenAway(new S3Client({ ...clientSettings(), ...settings }));

/** A recording of an hour has 64 MB; this is slower than any function's way to S3. */
const BYTES_PER_MS = 4000;

/** A bucket as a RecordingArchive. */
export const s3RecordingArchive = (Bucket: string, client: S3Client = s3Client()): RecordingArchive => ({
  keep: async (Key, { bytes, type }) => {
    const requestTimeout = ORDINARY.requestMs + bytes.length / BYTES_PER_MS;
    await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: type }), { requestTimeout });
  },
  has: async (Key) => {
    try {
      await client.send(new HeadObjectCommand({ Bucket, Key }));
      return true;
    } catch (error) {
      // Without a permission to list, S3 says that what is not there is forbidden.
      if (error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name)) return false;
      throw error;
    }
  },
  linkTo: (Key, expiresIn) => getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn }),
});
