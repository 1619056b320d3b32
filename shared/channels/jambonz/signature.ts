import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signed request may be, and how far ahead its clock. */
const WINDOW_SECONDS = 300;

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Whether jambonz signed this body with one of these secrets not long before `now` (milliseconds since 1970). The header
 * is `t=<seconds>,v1=<hex>`, where the hex is the HMAC-SHA256 of `<seconds>.<body>`; there may be several `v1`. The
 * address is not signed.
 */
export const isSignedByJambonz = (
  { signature = '', body }: { signature: string | undefined; body: string | Uint8Array },
  secrets: readonly string[],
  now: number,
): boolean => {
  const parts = signature.split(',').map((part) => part.trim().split('='));
  const [time = '', ...others] = parts.flatMap(([name, value = '']) => (name === 't' ? [value] : []));
  if (!/^\d{1,12}$/.test(time) || others.length > 0) return false;
  if (!(Math.abs(now / 1000 - Number(time)) <= WINDOW_SECONDS)) return false;
  const given = parts.flatMap(([name, value = '']) => (name === 'v1' ? [value] : []));
  const expected = secrets.map((secret) => createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex'));
  return expected.filter((one) => given.some((other) => isSame(one, other))).length > 0;
};
