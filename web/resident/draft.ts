import { kept } from '#web/session/kept.ts';
import { person } from '#web/session/sign-in.ts';
import { type Draft, emptyDraft } from './matter.ts';

/** The matter that is being written on this phone. */
export const draft = kept<Draft>('draft', emptyDraft);

/** Puts something into the draft, which is then the person's who is signed in. */
export const write = (part: Partial<Draft>): void => {
  const by = person.value?.id ?? draft.value.by;
  draft.value = { ...draft.value, ...part, ...(by !== undefined && { by }) };
};

/** Other words may mean something else: what was chosen for the old ones goes. */
export const writeMatter = (part: Pick<Partial<Draft>, 'matter' | 'place'>): void => {
  const { category: _, kind: __, area: ___, inDanger: ____, ...rest } = draft.value;
  draft.value = rest;
  write(part);
};

/** Begins with an empty page. */
export const forgetDraft = (): void => {
  draft.value = emptyDraft;
};
