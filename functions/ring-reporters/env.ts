import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';
import { accountVariables, doorVariables } from '#use-cases/phone/phone-touches.ts';

/** What it touches: its role and its environment come from here. */
export const touches = {
  store: ['get', 'commit', 'contact'],
  dueIndex: ['due'],
  dayCounts: ['take', 'giveBack'],
} as const satisfies Touches;
export const Env = environmentOf(touches, { ...accountVariables, PUBLIC_URL: doorVariables.PUBLIC_URL });
