import * as z from 'zod';
import { fromBase64Json, toBase64Json } from '#adapters/base64-json.ts';
import { Refusal } from '#domain/errors.ts';
import { Instant } from '#domain/instant.ts';

/** The key of what is leased, until when, and which message it is (SQS's receipt handle). */
const Lease = z.tuple([z.string(), Instant, z.string().min(1)]);

/** The opaque token of a lease. */
export const leaseToken = (key: string, until: Instant, handle: string): string => toBase64Json([key, until, handle]);

const readToken = (key: string, token: string): { until: Instant; handle: string } => {
  const parsed = Lease.safeParse(fromBase64Json(token));
  if (!parsed.success) throw new Refusal('lease-invalid');
  const [of, until, handle] = parsed.data;
  if (of !== key) throw new Refusal('lease-invalid');
  return { until, handle };
};

/** Whether the lease of a token of this key has ended. Throws Refusal `lease-invalid` for any other token. */
export const standingOf = (key: string, token: string, now: Instant): 'held' | 'ended' =>
  readToken(key, token).until <= now ? 'ended' : 'held';

/**
 * The receipt handle in a token of this key whose lease has not ended. Throws Refusal `lease-invalid` for any other: SQS
 * itself would take an old handle, say that all is well, and deliver the message once more.
 */
export const leasedHandle = (key: string, token: string, now: Instant): string => {
  const { until, handle } = readToken(key, token);
  if (until <= now) throw new Refusal('lease-invalid');
  return handle;
};
