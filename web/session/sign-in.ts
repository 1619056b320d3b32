import { signal } from '@preact/signals';
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { browserStore, windowStore } from './kept.ts';
import { settings } from './settings.ts';

/** Who is signed in, as far as a page has to know. */
export interface Person {
  /** As the issuer names them. */
  id: string;
  name: string;
  token: string;
  groups: readonly string[];
}

/** Undefined while nobody is signed in. */
export const person = signal<Person | undefined>(undefined);

const { authority, clientId, groupsClaim, signOut: signOutAddress } = settings.signIn;
const here = location.origin + location.pathname;
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
  automaticSilentRenew: true,
});

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const take = (user: User | null): void => {
  const { id_token: token, profile, expired } = user ?? {};
  if (!token || !profile || expired) {
    person.value = undefined;
    return;
  }
  const groups = [profile[groupsClaim]].flat().filter((group) => typeof group === 'string');
  const name = textIn(profile.name) ?? textIn(profile.preferred_username) ?? textIn(profile['cognito:username']) ?? '';
  person.value = { id: profile.sub, name, token, groups };
};

manager.events.addUserLoaded(take);
/** Somebody signs out: the page goes, and offers nothing before. */
let isLeaving = false;
manager.events.addUserUnloaded(() => {
  if (!isLeaving) take(null);
});

const renewed = async (user: User | null): Promise<User | null> => {
  if (!user?.expired || !user.refresh_token) return user;
  return manager.signinSilent().catch(() => null);
};

/** Finds out who is signed in, also when somebody has just come back from signing in. Gives where in the page they were. */
export const begin = async (): Promise<void> => {
  const asked = new URLSearchParams(location.search);
  if (asked.has('code') || asked.has('error')) {
    const user = await manager.signinCallback().catch(() => undefined);
    const place = textIn(user?.state) ?? '#/';
    history.replaceState(null, '', location.pathname + place);
    take(user ?? (await manager.getUser()));
    return;
  }
  take(await renewed(await manager.getUser().catch(() => null)));
};

/** Leads to where people sign in; they come back to the same place of the page. */
export const signIn = (): Promise<void> => manager.signinRedirect({ state: location.hash || '#/' });

/** What is to be forgotten when somebody signs out: the next person at this screen is another. */
export const whenSigningOut = new Set<() => void>();

/** Forgets who was signed in, here and at the issuer. */
export const signOut = async (): Promise<void> => {
  for (const forget of whenSigningOut) forget();
  isLeaving = true;
  await manager.removeUser();
  if (!signOutAddress) return manager.signoutRedirect().catch(() => location.assign(here));
  const query = new URLSearchParams({ client_id: clientId, logout_uri: here });
  location.assign(`${signOutAddress}?${query}`);
};

/** The token for the API; undefined when nobody is signed in any more. */
export const freshToken = async (): Promise<string | undefined> => {
  const user = await manager.getUser().catch(() => null);
  if (user?.expired) take(await renewed(user));
  return person.value?.token;
};
