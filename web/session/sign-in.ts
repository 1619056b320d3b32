import { signal } from '@preact/signals';
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { alone } from './alone.ts';
import { browserStore, whenChangedElsewhere, windowStore } from './kept.ts';
import { hasEndedHere, noteSignedIn, noteSignedOut, OF_SESSIONS } from './sessions.ts';
import { settings } from './settings.ts';
import { type Session, type Token, tokens } from './token.ts';

/** Who is signed in, as far as a page has to know. */
export interface Person {
  /** As the issuer names them. */
  id: string;
  name: string;
  groups: readonly string[];
}

/** Undefined while nobody is signed in. */
export const person = signal<Person | undefined>(undefined);

/** The person who is signed in has to sign in again, and nothing of what they do is lost: what stands on the page stays. */
export const mustSignInAgain = signal(false);

/** Nobody is signed in any more, and the page shows nothing of what it showed before. */
export const hasLeft = signal(false);

const { authority, clientId, groupsClaim, signOut: signOutAddress } = settings.signIn;

/** Where the pages of this audience begin. */
export const here = location.origin + location.pathname;
/** A resident's phone is their own; a desk may be anybody's after closing the window. */
const store = location.pathname.endsWith('/resident') ? browserStore : windowStore;

const manager = new UserManager({
  authority,
  client_id: clientId,
  redirect_uri: here,
  post_logout_redirect_uri: here,
  scope: 'openid profile',
  userStore: new WebStorageStateStore({ store: store as Storage }),
  stateStore: new WebStorageStateStore({ store: browserStore as Storage }),
  // A token is renewed when it is needed, in one place: see token.ts.
  automaticSilentRenew: false,
});

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const take = ({ profile }: User): void => {
  const groups = [profile[groupsClaim]].flat().filter((group) => typeof group === 'string');
  // Who signed up by a telephone number gave no name.
  const name = textIn(profile.name) ?? textIn(profile.preferred_username) ?? '';
  person.value = { id: profile.sub, name, groups };
  mustSignInAgain.value = false;
};

/** The session that this window goes on with: none that is over in the whole browser. */
const storedUser = async (): Promise<User | undefined> => {
  const user = await manager.getUser().catch(() => null);
  if (!user?.id_token || !user.profile) return undefined;
  if (!hasEndedHere(user.profile.sub, store)) return user;
  await manager.removeUser();
  return undefined;
};

const stored = async (): Promise<Session | undefined> => {
  const user = await storedUser();
  return (
    user && {
      id: user.profile.sub,
      token: user.id_token ?? '',
      expired: user.expired ?? false,
      canRenew: user.refresh_token !== undefined,
    }
  );
};

const askForToken = tokens({ stored, renew: () => manager.signinSilent(), alone: (work) => alone('renewal', work) });

/** What is to be forgotten when somebody signs out: the next person at this screen is another. */
export const whenSigningOut = new Set<() => void>();

/** Nothing of the person stays on the page, neither to be seen nor to be used, also if the page itself stays. */
const leave = (): void => {
  hasLeft.value = true;
  for (const forget of whenSigningOut) forget();
  person.value = undefined;
  mustSignInAgain.value = false;
};

/** The token for the API; of somebody else than the page shows there is none. */
export const freshToken = async (refused?: string): Promise<Token> => {
  const token = await askForToken(refused);
  if (hasLeft.value) return { is: 'nobody' };
  if (person.value && (token.is === 'nobody' || (token.is === 'there' && token.session.id !== person.value.id))) {
    leave();
    return { is: 'nobody' };
  }
  // While the issuer is away nothing new is known.
  if (person.value && token.is !== 'away') mustSignInAgain.value = token.is === 'over';
  return token;
};

/** Looks whether the person whom the page shows is still signed in. Who signs in elsewhere in this browser is taken where nobody was. */
const lookAgain = async (): Promise<void> => {
  const user = await storedUser();
  if (hasLeft.value) return;
  if (person.value && user?.profile.sub !== person.value.id) leave();
  else if (!person.value && user && !user.expired) take(user);
};

const isOfSessions = (key: string | undefined): boolean =>
  key === undefined || key === OF_SESSIONS || key.startsWith('oidc.user:');

/** Signing out, and signing in as somebody else, counts for all windows; so does coming back to a page that the browser had put aside. */
const followOtherWindows = (): void => {
  whenChangedElsewhere((key) => {
    if (isOfSessions(key)) void lookAgain();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && hasLeft.value) location.reload();
    else if (persisted) void lookAgain();
  });
};

/** So long a page waits for the issuer before it shows itself. */
const PATIENCE_MS = 2000;

/** Finds out who is signed in, also when somebody has just come back from signing in. Gives where in the page they were. */
export const begin = async (): Promise<void> => {
  followOtherWindows();
  const asked = new URLSearchParams(location.search);
  if (asked.has('code') || asked.has('error')) {
    const user = await manager.signinCallback().catch(() => undefined);
    if (user) noteSignedIn(user.profile.sub, store);
    history.replaceState(null, '', location.pathname + (textIn(user?.state) ?? '#/'));
  }
  const patience = new Promise<Token>((resolve) => setTimeout(resolve, PATIENCE_MS, { is: 'away' }));
  const { is } = await Promise.race([askForToken(), patience]);
  const user = is === 'over' ? undefined : await storedUser();
  if (user) take(user);
};

/** Leads to where people sign in, in their language; they come back to the same place of the page. */
export const signIn = (): Promise<void> => {
  const { lang } = document.documentElement;
  // Cognito asks for it under a name of its own; an issuer leaves aside what it does not know.
  return manager.signinRedirect({ state: location.hash || '#/', ui_locales: lang, extraQueryParams: { lang } });
};

/** Forgets who was signed in, in all windows of this browser and at the issuer. */
export const signOut = async (): Promise<void> => {
  leave();
  noteSignedOut();
  await manager.removeUser();
  if (!signOutAddress) return manager.signoutRedirect().catch(() => location.assign(here));
  const query = new URLSearchParams({ client_id: clientId, logout_uri: here });
  location.assign(`${signOutAddress}?${query}`);
};
