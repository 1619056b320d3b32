import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';
import { accountVariables } from '#use-cases/phone/phone-touches.ts';

/** What it touches: its role and its environment come from here. */
export const touches = {
  store: ['get', 'contact'],
  lookUps: ['get'],
  lookUpCodes: ['of'],
  phoneKeys: ['of'],
  sent: ['claim', 'release', 'settle'],
  dayCounts: ['take', 'giveBack'],
} as const satisfies Touches;
export const Env = environmentOf(touches, accountVariables);
