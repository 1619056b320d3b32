import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { Instant } from '../../domain/instant.ts';
import { fromBase64Json, toBase64Json } from '../base64-json.ts';

/** Which message is leased (SQS's receipt handle), to whom, and until when. */
const Lease = z.tuple([z.string(), Instant, z.string().min(1)]);

/** The opaque token of a lease. */
export const leaseToken = (department: string, until: Instant, handle: string): string =>
  toBase64Json([department, until, handle]);

/**
 * The receipt handle in a token of this department whose lease has not ended. Throws Refusal `lease-invalid` for any
 * other: SQS itself would take an old handle, say that all is well, and deliver the work once more.
 */
export const leasedHandle = (department: string, token: string, now: Instant): string => {
  const parsed = Lease.safeParse(fromBase64Json(token));
  if (!parsed.success) throw new Refusal('lease-invalid');
  const [holder, until, handle] = parsed.data;
  if (holder !== department || until <= now) throw new Refusal('lease-invalid');
  return handle;
};
