/** A session as the browser keeps it. */
export interface Session {
  id: string;
  token: string;
  expired: boolean;
  /** The issuer may give a new token for it without asking the person. */
  canRenew: boolean;
}

/** What there is to send: a token; or none, because nobody is signed in, because they must sign in again, or for now. */
export type Token =
  | { is: 'there'; session: Session }
  | { is: 'nobody' }
  /** The issuer refused to go on: the person signs in again. */
  | { is: 'over' }
  /** The issuer was not reached: whether the person is still signed in is not known. */
  | { is: 'away' };

/** What an issuer says of a request for a new token when asking again does not help (RFC 6749, 5.2; OpenID Connect, 3.1.2.6). */
const FINAL: ReadonlySet<unknown> = new Set([
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
]);

/** Whether the issuer itself refused; all else is a connection that is away, or an issuer that has a bad moment. */
export const isRefusal = (error: unknown): boolean => error instanceof Error && 'error' in error && FINAL.has(error.error);

interface Needs {
  stored(): Promise<Session | undefined>;
  renew(): Promise<unknown>;
  /** Runs alone in the whole browser: an issuer may take a renewal of the same session twice for a theft. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** Gives a token that is good, and not the one that the API has refused; one renewal at a time, for all who ask. */
export const tokens = ({ stored, renew, alone }: Needs) => {
  let renewal: Promise<Token> | undefined;
  const asItStands = async (refused: string | undefined): Promise<Token | Session> => {
    const session = await stored();
    if (!session) return { is: 'nobody' };
    return session.expired || session.token === refused ? session : { is: 'there', session };
  };
  const renewed = (refused: string | undefined) => async (): Promise<Token> => {
    // Another window may have done it meanwhile.
    const session = await asItStands(refused);
    if ('is' in session) return session;
    if (!session.canRenew) return { is: 'over' };
    try {
      await renew();
    } catch (error) {
      return { is: isRefusal(error) ? 'over' : 'away' };
    }
    const next = await stored();
    return next ? { is: 'there', session: next } : { is: 'nobody' };
  };
  return async (refused?: string): Promise<Token> => {
    const session = await asItStands(refused);
    if ('is' in session) return session;
    renewal ??= alone(renewed(refused)).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
};
