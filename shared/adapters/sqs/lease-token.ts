import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { fromBase64Json, toBase64Json } from '#adapters/base64-json.ts';
import { Refusal } from '#domain/errors.ts';
import { Instant } from '#domain/instant.ts';
import type { LeaseSeal } from '#ports/lease-seal.ts';

/** The key of what is leased, from when and until when, and which message it is (SQS's receipt handle). */
const Lease = z.tuple([z.string(), Instant, Instant, z.string().min(1)]);

/** A lease that was given out: since when its message is hidden, until when the lease lasts, and SQS's handle. */
export interface GivenLease {
  since: Instant;
  until: Instant;
  handle: string;
}

/** Gives out and reads the tokens of one queue's leases. */
export interface LeaseTokens {
  give(key: string, lease: GivenLease): Promise<string>;
  /** The lease in a token of this queue and key. Throws Refusal `lease-invalid` for any other text. */
  read(key: string, token: string): Promise<GivenLease>;
}

const notOurs = (): Refusal =>
  new Refusal('lease-invalid', 'This is no lease that was given out for this: use it as it came, or fetch the work again.');

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/**
 * The opaque tokens of a queue's leases. They are sealed: SQS takes handles that it never gave out, or no longer honours,
 * and some of them without a word, so that it can't say which ones are true.
 */
export const leaseTokens = (queue: string, seal: LeaseSeal): LeaseTokens => {
  const sealOf = (body: string): Promise<string> => seal(`lease ${queue} ${body}`);
  return {
    give: async (key, { since, until, handle }) => {
      const body = toBase64Json([key, since, until, handle]);
      return `${body}.${await sealOf(body)}`;
    },
    read: async (key, token) => {
      const [body = '', given = '', ...more] = token.split('.');
      // What has not even the form is refused without the secret.
      const parsed = Lease.safeParse(fromBase64Json(body));
      if (!parsed.success || given === '' || more.length > 0) throw notOurs();
      const [of, since, until, handle] = parsed.data;
      if (of !== key || !isSame(given, await sealOf(body))) throw notOurs();
      return { since, until, handle };
    },
  };
};

/** The same lease while it lasts. Throws Refusal `lease-invalid`, which says so, for one that has run out. */
export const unended = (lease: GivenLease, now: Instant): GivenLease => {
  if (lease.until <= now) throw new Refusal('lease-invalid', 'The lease has run out: fetch the work again.');
  return lease;
};
