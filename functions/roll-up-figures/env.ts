import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';

/** What it touches: its role and its environment come from here. */
export const touches = {
  source: ['recordedIn', 'openedIn'],
  figures: ['within', 'at', 'replace', 'progress', 'advance'],
} as const satisfies Touches;
export const Env = environmentOf(touches, {});
