import type { Heard } from './catalogue.ts';

/** Words that choose the same, with | between them. */
export const meaning = (choice: string, words: string): Heard => words.split('|').map((word) => [word, choice]);
