import { effect } from '@preact/signals';
import { kept } from '#web/session/kept.ts';
import { type Choices, type ChosenFor, heldFor, takenAnew, withChoice } from './chosen-for.ts';
import { draft, write } from './draft.ts';

const none: ChosenFor = { matter: '', choices: {} };

/** What a person chose, kept beside the draft: it holds until they choose otherwise, or the words of the matter change. */
const chosen = kept<ChosenFor>('chosen', none);

// A draft that is empty is another matter, and may be another person's.
effect(() => {
  if (draft.value.matter.trim() === '') chosen.value = none;
});

/** A person chooses something of the matter that is being written. */
export const choose = (choice: Choices): void => {
  chosen.value = withChoice(chosen.value, draft.value.matter, choice);
  write(choice);
};

/** Puts what still holds back into the draft. Gives what has to be taken anew, which is said once. */
export const holdChoices = (): ReturnType<typeof takenAnew> => {
  const { matter } = draft.value;
  const anew = takenAnew(chosen.value, matter);
  const choices = heldFor(chosen.value, matter);
  chosen.value = { matter, choices };
  write(choices);
  return anew;
};
