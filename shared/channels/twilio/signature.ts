import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A request as it came, with the URL that the provider was told to call. */
export interface SignedRequest {
  url: string;
  search: URLSearchParams;
  body: string;
  signature: string | undefined;
}

const AUTHORITY = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^/?#:]*))(:\d+)?/i;

/** Twilio signs some URLs with the port and some without, whatever stood in the number's settings. */
const withAndWithoutPort = (url: string): string[] => {
  const [whole = '', host = '', port] = AUTHORITY.exec(url) ?? [];
  const rest = url.slice(whole.length);
  return [host + rest, host + (port ?? (/^https:/i.test(url) ? ':443' : ':80')) + rest];
};

/** The form's parameters, sorted by name; of one that comes several times each different value once, sorted. */
const formSigned = (body: string): string => {
  const form = new URLSearchParams(body);
  const names = [...new Set(form.keys())].sort();
  return names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
};

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/**
 * Whether Twilio signed this request with one of these secrets (HMAC-SHA1). A form is signed parameter by parameter;
 * any other body by its SHA-256 in the URL.
 */
export const isSignedByTwilio = ({ url, search, body, signature = '' }: SignedRequest, secrets: readonly string[]): boolean => {
  const bodyHash = search.get('bodySHA256');
  if (bodyHash !== null && !isSame(bodyHash, createHash('sha256').update(body).digest('hex'))) return false;
  const signed = bodyHash === null ? formSigned(body) : '';
  const expected = secrets.flatMap((secret) =>
    withAndWithoutPort(url).map((address) =>
      createHmac('sha1', secret)
        .update(address + signed)
        .digest('base64'),
    ),
  );
  return expected.filter((one) => isSame(one, signature)).length > 0;
};
