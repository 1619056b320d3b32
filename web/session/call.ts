import type { Problem } from '#contracts/http/problem.ts';
import { language } from '#web/words/language.ts';
import { faultIn, filledPath, type Place } from './address.ts';
import { apiAddress } from './settings.ts';
import { freshToken } from './sign-in.ts';
import type { Token } from './token.ts';

/** The API refused, and says why. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** No answer came: the connection is away, or the hotline is. What was asked may have been done. */
export class NoAnswer extends Error {}

interface Asked {
  /** What stands in the braces of the path. */
  place?: Place;
  query?: Readonly<Record<string, string | undefined>>;
  body?: unknown;
  /** The same key and body are the same matter, however often they are sent. */
  key?: string;
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value;

/** What the page itself says: the API was not asked, or its gateway answered in words of its own. */
const problem = (status: number, code: Problem['code']): Problem => ({
  type: `urn:hotline:problem:${code}`,
  title: '',
  status,
  detail: '',
  code,
  correlationId: '',
});

/** Asks one operation of the API, by the path of its contract, as the person who is signed in. Throws Refused or NoAnswer. */
export const call = async <Answer>(
  method: string,
  path: string,
  { place = {}, query = {}, body, key }: Asked = {},
): Promise<Answer> => {
  const fault = faultIn(path, place);
  if (fault !== undefined) throw new Refused(problem(400, fault === 'number' ? 'ticket-number-mistyped' : 'request-invalid'));
  const url = new URL(`.${filledPath(path, place)}`, apiAddress);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
  const ask = (token: Token): Promise<Response> => {
    const headers = {
      'accept-language': language.value,
      ...(token.is === 'there' && { authorization: `Bearer ${token.session.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    return fetch(url, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }).catch(() => {
      throw new NoAnswer();
    });
  };
  let token = await freshToken();
  let response = await ask(token);
  if (response.status === 401 && token.is === 'there') {
    // The clock of this device may be wrong. What was refused so was not done.
    const refused = token.session.token;
    token = await freshToken(refused);
    if (token.is === 'there') response = await ask(token);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as Answer;
  // Without a connection to the issuer nobody knows whether the person is still signed in.
  if (response.status === 401 && token.is === 'away') throw new NoAnswer();
  if (response.status === 401) throw new Refused(problem(401, 'unauthenticated'));
  // Of an answer that is none of ours nothing is known.
  if (!isProblem(answer) || response.status >= 500) throw new NoAnswer();
  throw new Refused(answer);
};
