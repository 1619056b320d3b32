import type { SigningSecrets } from '#ports/signing-secrets.ts';
import { NumberRefused, ProviderAway, RequestRefused } from '#ports/telephony.ts';

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
 * The number is none, can't be reached, is blocked, is no valid one, has unsubscribed, is no mobile one. What the operator
 * can mend (the number we ring from, countries that are not switched on) is a refused request, and no refused number.
 */
const CODES_OF_NUMBERS = [21211, 21214, 21216, 21217, 21610, 21614];

/** Of the whole account, whatever the status: it is closed, unknown, on trial or forbidden, or makes too many calls at once. */
const CODES_OF_ACCOUNT = [10001, 10002, 10004, 10005, 20003, 20005, 20006, 20008, 20403, 20404, 20429, 21471, 21472];
/** Codes of calls and numbers. With a status of the account they still say what is wrong with one request. */
const CODES_OF_REQUESTS = /^(?:13|21)\d{3}$/;

/**
 * What a refusal means. Twilio asks not to rely on single codes, since it splits and adds some: the status decides, and
 * codes only tell apart what has the same status.
 */
const refusalOf = (status: number, code: number | undefined): Error => {
  const message = `the phone provider answered ${status}${code === undefined ? '' : `, its code ${code}`}`;
  if (code !== undefined && CODES_OF_NUMBERS.includes(code)) return new NumberRefused(message);
  const passes = status >= 500 || [401, 408, 429].includes(status);
  const isAccount = [403, 404].includes(status) && !CODES_OF_REQUESTS.test(String(code));
  return passes || isAccount || CODES_OF_ACCOUNT.some((one) => one === code)
    ? new ProviderAway(message)
    : new RequestRefused(message);
};

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
