import type { TicketKind } from '#domain/district/kinds.ts';

/** What a person chose themselves, or answered, about a matter. */
export interface Choices {
  category?: string;
  kind?: TicketKind;
  area?: string;
  inDanger?: 'yes' | 'no';
}

/** Choices, with the words for which they were made. */
export interface ChosenFor {
  matter: string;
  choices: Choices;
}

/** Blanks at the ends and between change no words. */
const wordsOf = (matter: string): string => matter.trim().replace(/\s+/g, ' ');

const isSame = (chosen: ChosenFor, matter: string): boolean => wordsOf(chosen.matter) === wordsOf(matter);

/** The choices that hold for these words: other words may mean something else. */
export const heldFor = (chosen: ChosenFor, matter: string): Choices => (isSame(chosen, matter) ? chosen.choices : {});

/** The choices after one more was made for these words. */
export const withChoice = (chosen: ChosenFor, matter: string, choice: Choices): ChosenFor => ({
  matter,
  choices: { ...heldFor(chosen, matter), ...choice },
});

/** What a person had chosen and the hotline has to take anew, since the words are others; an answer about danger is asked for again. */
export const takenAnew = (chosen: ChosenFor, matter: string): ('category' | 'kind' | 'area')[] =>
  isSame(chosen, matter) ? [] : (['category', 'kind', 'area'] as const).filter((line) => chosen.choices[line] !== undefined);
