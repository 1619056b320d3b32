import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';
import { accountVariables } from '#use-cases/phone/phone-touches.ts';

/** What it touches: its role and its environment come from here. */
export const touches = {
  store: ['numberOf', 'get', 'commit'],
  calls: ['get'],
  callBacks: ['ofCaller', 'replace'],
  phoneKeys: ['of'],
  archive: ['keep', 'has'],
} as const satisfies Touches;
export const Env = environmentOf(touches, accountVariables);
