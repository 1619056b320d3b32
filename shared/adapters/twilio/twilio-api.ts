import type { SigningSecrets } from '#ports/signing-secrets.ts';
import { NumberRefused } from '#ports/telephony.ts';

/** Where the provider's own API is, and who asks. */
export interface TwilioAccount {
  /** `AC…`. */
  account: string;
  /** The account's auth token at this moment. */
  authToken: () => Promise<string>;
  /** Twilio's own, or that of somebody who speaks its dialect. */
  api: string;
}

interface Wish {
  method?: 'POST';
  body?: URLSearchParams;
  /** Only where nothing of a person is sent; fetch shows the token to no other origin then. */
  redirect: 'follow' | 'error';
  /** The provider may be slow, but a function must not wait for ever. */
  seconds: number;
}

/**
 * The number is none, can't be reached, is blocked, is no valid one, has unsubscribed, is no mobile one. Codes of what
 * the operator can mend (the account, the number we ring from, countries that are not switched on) are left out.
 */
const CODES_OF_NUMBERS = [21211, 21214, 21216, 21217, 21610, 21614];

/** Asks the provider's API. Throws without naming whom it was about: the message reaches the log. */
export const askTwilio = async ({ account, authToken }: TwilioAccount, url: string, wish: Wish): Promise<Response> => {
  const { seconds, ...init } = wish;
  const authorization = `Basic ${Buffer.from(`${account}:${await authToken()}`).toString('base64')}`;
  // A function sleeps between its calls, and a connection that was kept would be dead when it wakes.
  const headers = { authorization, accept: '*/*', connection: 'close' };
  const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(seconds * 1000) });
  if (response.ok) return response;
  const { code } = ((await response.json().catch(() => null)) ?? {}) as { code?: unknown };
  const message = `the phone provider answered ${response.status}${typeof code === 'number' ? `, its code ${code}` : ''}`;
  throw CODES_OF_NUMBERS.some((one) => one === code) ? new NumberRefused(message) : new Error(message);
};

/** The token that is valid now, of the secrets with which the provider signs: the same one opens its API. */
export const currentOf =
  (secrets: SigningSecrets): (() => Promise<string>) =>
  async () => {
    const [current] = await secrets();
    if (current === undefined) throw new Error('there is no auth token of the phone provider');
    return current;
  };
