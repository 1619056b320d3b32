import { settings } from '#web/session/settings.ts';
import { resident } from './words/resident.ts';

/** How somebody without an account gets one, where people sign up by themselves. */
export const SignUpHow = () => {
  const words = resident();
  return (
    settings.signIn.signsUp && (
      <details>
        <summary>{words.signUp}</summary>
        <ol>
          {words.signUpHow.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{words.signUpLater}</p>
      </details>
    )
  );
};
