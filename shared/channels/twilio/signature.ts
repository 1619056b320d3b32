import { createHash, timingSafeEqual } from 'node:crypto';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';

/** A request as it came, with the URL that the provider was told to call. */
export interface SignedRequest {
  url: string;
  search: URLSearchParams;
  body: string | Uint8Array;
  signature: string | undefined;
}

/** Whether this is the SHA-256 of a body, of whatever bytes it is made. */
const isDigestOf = (body: string | Uint8Array, hash: string): boolean => {
  const [digest, given] = [createHash('sha256').update(body).digest('hex'), hash].map((one) => Buffer.from(one)) as [
    Buffer,
    Buffer,
  ];
  return digest.length === given.length && timingSafeEqual(digest, given);
};

/** The parameters of a form, each with all of its values: one that comes several times is signed with each of them. */
const parametersOf = (body: string): Record<string, string[]> => {
  const byName = Map.groupBy(new URLSearchParams(body), ([name]) => name);
  return Object.fromEntries([...byName].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]));
};

/**
 * Whether Twilio signed this request with one of these secrets, by the validator of Twilio's own package (only that file:
 * the whole package is large). A form is signed parameter by parameter; any other body by its SHA-256 in the URL.
 */
export const isSignedByTwilio = ({ url, search, body, signature = '' }: SignedRequest, secrets: readonly string[]): boolean => {
  const bodyHash = search.get('bodySHA256');
  if (bodyHash !== null && !isDigestOf(body, bodyHash)) return false;
  const parameters = bodyHash === null ? parametersOf(Buffer.from(body).toString()) : {};
  // Each secret is tried, also after one that fits: the time does not say which it was.
  return secrets.filter((secret) => validateRequest(secret, signature, url, parameters)).length > 0;
};
