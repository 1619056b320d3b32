import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useHashLocation } from 'wouter-preact/use-hash-location';
import { keepsTooLittle } from '#web/session/kept.ts';
import { isAnythingLost } from '#web/session/leaving.ts';
import { settings } from '#web/session/settings.ts';
import { hasLeft, here, mustSignInAgain, person, signIn, signOut } from '#web/session/sign-in.ts';
import { nameOf } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';
import { PageTitle } from './page-title.tsx';
import { Preferences } from './preferences.tsx';

/** The numbers to ring in danger. They need no signing in and no connection. */
export const Emergency = () => (
  <aside class="emergency" aria-label={shared().emergencyNumbers}>
    <strong>{shared().emergency}</strong>
    <span>
      {settings.emergencyNumbers.map((number) => (
        <a key={number} href={`tel:${number}`}>
          {number}
        </a>
      ))}
    </span>
    {settings.helpline !== undefined && (
      <span class="helpline">
        <strong>{shared().ownLife}</strong>
        <a href={`tel:${settings.helpline}`}>{shared().helpline(settings.helpline)}</a>
      </span>
    )}
  </aside>
);

const Session = () => {
  const words = shared();
  const [isAsking, setAsking] = useState(false);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsking) stay.current?.focus();
  }, [isAsking]);
  if (!person.value)
    return (
      <button type="button" onClick={() => void signIn()}>
        {words.signIn}
      </button>
    );
  return (
    <>
      <span>{words.signedInAs(person.value.name)}</span>
      {isAsking ? (
        <>
          <p role="status">{words.losesTyped}</p>
          <button type="button" ref={stay} onClick={() => setAsking(false)}>
            {words.staySignedIn}
          </button>
          <button type="button" onClick={() => void signOut()}>
            {words.signOutAnyway}
          </button>
        </>
      ) : (
        <button type="button" onClick={() => (isAnythingLost() ? setAsking(true) : void signOut())}>
          {words.signOut}
        </button>
      )}
    </>
  );
};

/** Signing in again leads away and back; what was typed is kept meanwhile. */
const SignInAgain = () => (
  <div class="notice" role="alert">
    <p>{shared().signInAgain}</p>
    <p class="buttons">
      <button class="first" type="button" onClick={() => void signIn()}>
        {shared().signIn}
      </button>
    </p>
  </div>
);

interface FrameProps {
  title: string;
  /** Where the pages of this audience are, in the order of the menu. */
  menu: readonly { to: string; name: string }[];
  /** For those who may be in danger themselves. */
  emergency?: boolean;
  children: ComponentChildren;
}

/** What is around each page: whose it is, who is signed in, the menu, and how the pages look. */
export const Frame = ({ title, menu, emergency = false, children }: FrameProps) => {
  const words = shared();
  const [place] = useHashLocation();
  if (hasLeft.value)
    return (
      <main>
        {emergency && <Emergency />}
        <PageTitle>{words.signedOut}</PageTitle>
        <p>
          <a href={here}>{words.backToStart}</a>
        </p>
      </main>
    );
  return (
    <>
      <button class="skip" type="button" onClick={() => document.getElementById('main')?.focus()}>
        {words.skip}
      </button>
      {emergency && <Emergency />}
      <header>
        <p class="site">
          <strong>{nameOf(settings.district)}</strong> {title}{' '}
          <a href={`tel:${settings.district.hotline}`}>{settings.district.hotline}</a>
        </p>
        <div class="session">
          <Session />
        </div>
        <nav aria-label={words.menu}>
          {menu.map(({ to, name }) => (
            <a key={to} href={`#${to}`} aria-current={place === to ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {keepsTooLittle.value && (
          <p class="notice" role="status">
            {words.keepsTooLittle}
          </p>
        )}
        {mustSignInAgain.value && <SignInAgain />}
        {children}
      </main>
      <footer>
        <Preferences />
      </footer>
    </>
  );
};
