import type { SigningSecrets } from '#ports/signing-secrets.ts';
import { ProviderAway } from '#ports/telephony.ts';
import { refusalOf } from './refusals.ts';

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

/** Nobody was reached, so that nothing can have been taken. */
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];
const isNotReached = (error: unknown): boolean => {
  const { code } = ((error instanceof Error && error.cause) || {}) as { code?: unknown };
  return NOT_REACHED.some((one) => one === code);
};

/** Asks the provider's API. Throws as a Telephony does, without naming whom it was about: the message reaches the log. */
export const askTwilio = async ({ account, authToken }: TwilioAccount, url: string, wish: Wish): Promise<Response> => {
  const { seconds, ...init } = wish;
  const token = await authToken().catch((cause: unknown) => {
    throw new ProviderAway("the phone provider's token can not be read", { cause });
  });
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
  // A function sleeps between its calls, and a connection that was kept would be dead when it wakes.
  const headers = { authorization, accept: '*/*', connection: 'close' };
  const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(seconds * 1000) }).catch((error: unknown) => {
    throw isNotReached(error) ? new ProviderAway('the phone provider is not reached', { cause: error }) : error;
  });
  if (response.ok) return response;
  const { code } = ((await response.json().catch(() => null)) ?? {}) as { code?: unknown };
  throw refusalOf(response.status, typeof code === 'number' ? code : undefined);
};

/** The token that is valid now, of the secrets with which the provider signs: the same one opens its API. */
export const currentOf =
  (secrets: SigningSecrets): (() => Promise<string>) =>
  async () => {
    const [current] = await secrets();
    if (current === undefined) throw new Error('there is no auth token of the phone provider');
    return current;
  };
