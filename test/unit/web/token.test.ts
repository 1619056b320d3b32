import { describe, expect, it } from 'vitest';
import { isRefusal, type Session, tokens } from '#web/session/token.ts';

/** As the library says that the issuer refused. */
const refusedWith = (error: string): Error => Object.assign(new Error(error), { error });

/** One window of a browser with a session, and an issuer that answers as it is told. */
const window = (begun: Partial<Session> | undefined, issuer: () => Promise<string>) => {
  let session: Session | undefined = begun && { id: 'A', token: 'old', expired: false, canRenew: true, ...begun };
  let renewals = 0;
  const token = tokens({
    stored: async () => session,
    renew: async () => {
      renewals += 1;
      const next = await issuer();
      session = { id: 'A', token: next, expired: false, canRenew: true };
    },
    alone: (work) => work(),
  });
  return {
    token,
    renewals: () => renewals,
    set: (next: Session | undefined) => {
      session = next;
    },
  };
};
const gives = async () => 'new';
const isAway = async () => {
  throw new TypeError('Failed to fetch');
};
const refuses = async () => {
  throw refusedWith('invalid_grant');
};

describe('a token for the API', () => {
  it('is the kept one while that is good, and a new one when it has run out or was refused', async () => {
    expect(await window({}, isAway).token()).toMatchObject({ is: 'there', session: { token: 'old' } });
    expect(await window({ expired: true }, gives).token()).toMatchObject({ is: 'there', session: { token: 'new' } });
    expect(await window({}, gives).token('old')).toMatchObject({ is: 'there', session: { token: 'new' } });
    expect(await window(undefined, gives).token()).toEqual({ is: 'nobody' });
  });

  it('is away with the connection, and there again with it: only the issuer ends a session', async () => {
    let issuer: () => Promise<string> = isAway;
    const { token, renewals } = window({ expired: true }, () => issuer());
    expect(await token()).toEqual({ is: 'away' });
    expect(await token()).toEqual({ is: 'away' });
    issuer = gives;
    expect(await token()).toMatchObject({ is: 'there', session: { token: 'new' } });
    expect(renewals()).toBe(3);
    expect(await window({ expired: true }, refuses).token()).toEqual({ is: 'over' });
    expect(await window({ expired: true, canRenew: false }, gives).token()).toEqual({ is: 'over' });
  });

  it('is renewed once for all who ask at the same time', async () => {
    const { token, renewals } = window({ expired: true }, gives);
    const all = await Promise.all([token(), token(), token('old')]);
    expect(renewals()).toBe(1);
    for (const one of all) expect(one).toMatchObject({ is: 'there', session: { token: 'new' } });
  });

  it('is nobody’s when somebody has signed out meanwhile', async () => {
    const one = window({ expired: true }, gives);
    const asked = one.token();
    one.set(undefined);
    expect(await asked).toEqual({ is: 'nobody' });
  });

  it.each([
    [new TypeError('Failed to fetch'), false],
    [new Error('Bad Gateway (502)'), false],
    [refusedWith('temporarily_unavailable'), false],
    [refusedWith('server_error'), false],
    [refusedWith('invalid_grant'), true],
    [refusedWith('login_required'), true],
    [undefined, false],
  ])('%s ends a session: %s', (error, ends) => expect(isRefusal(error)).toBe(ends));
});
