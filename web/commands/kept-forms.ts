import { wouldBeLost } from '#web/parts/leaving.ts';
import { kept } from '#web/session/kept.ts';
import { whenSigningOut } from '#web/session/sign-in.ts';
import type { Filled } from './filled.ts';
import { type Typed, typedIn, withTyped } from './typed.ts';

/**
 * What was typed into the forms of commands and is not sent yet. It outlives a look at another page, a change of language and a
 * reload, for as long as the window is open; the next person at this screen is another.
 */
const forms = kept<Typed>('forms', [], sessionStorage);

whenSigningOut.add(() => {
  forms.value = [];
});
wouldBeLost.add(() => forms.value.length > 0);

/** What was typed into one form. */
export const filledIn = (key: string): Filled => typedIn(forms.value, key);

/** Keeps one thing that was typed into a form. */
export const fill = (key: string, part: Filled): void => {
  forms.value = withTyped(forms.value, key, { ...filledIn(key), ...part });
};

/** Forgets what was typed into a form, once it is sent. */
export const forgetForm = (key: string): void => {
  forms.value = withTyped(forms.value, key, {});
};
