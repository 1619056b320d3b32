import type { ComponentChildren } from 'preact';
import { person, signIn } from '#web/session/sign-in.ts';
import { shared } from '#web/words/shared.ts';
import { PageTitle } from './page-title.tsx';

/** Pages for staff alone: who is not signed in can do nothing but that. */
export const SignedIn = ({ children }: { children: ComponentChildren }) => {
  const words = shared();
  if (person.value) return <>{children}</>;
  return (
    <>
      <PageTitle>{words.signInFirst}</PageTitle>
      <p class="buttons">
        <button class="first" type="button" onClick={() => void signIn()}>
          {words.signIn}
        </button>
      </p>
    </>
  );
};
