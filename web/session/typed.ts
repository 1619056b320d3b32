import { useState } from 'preact/hooks';
import { keysOf } from './guarded-store.ts';
import { windowStore } from './kept.ts';
import { readFrom } from './kept-json.ts';
import { wouldBeLost } from './leaving.ts';
import { person, whenSigningOut } from './sign-in.ts';

const BEGIN = 'typed/';

wouldBeLost.add(() => keysOf(windowStore).some((key) => key.startsWith(BEGIN)));
whenSigningOut.add(() => {
  for (const key of keysOf(windowStore)) if (key.startsWith(BEGIN)) windowStore.removeItem(key);
});

interface Typed<T> {
  value: T;
  change(become: (before: T) => T): void;
  /** Once it is sent, or not wanted any more. */
  forget(): void;
  /** It was typed before this form appeared. */
  isFromBefore: boolean;
}

/**
 * What somebody types into a form. This window keeps it for them until it is sent, also when they have to sign in again or
 * look at something else; nobody else who signs in here sees it.
 */
export const useTyped = <T>(form: string, empty: T): Typed<T> => {
  // The form stays as it is while its person signs out: nothing may be kept then.
  const [by] = useState(person.value?.id);
  const key = `${BEGIN}${by}/${form}`;
  const [before] = useState(() => readFrom<T>(windowStore, key));
  const [isFromBefore, setFromBefore] = useState(before !== undefined);
  const [value, setValue] = useState<T>(before ?? empty);
  const change = (become: (before: T) => T): void =>
    setValue((now) => {
      const next = become(now);
      if (person.value?.id === by) windowStore.setItem(key, JSON.stringify(next));
      return next;
    });
  const forget = (): void => {
    windowStore.removeItem(key);
    setFromBefore(false);
    setValue(empty);
  };
  return { value, change, forget, isFromBefore };
};
