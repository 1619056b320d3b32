import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';
import { endingTouches } from '#use-cases/phone/phone-touches.ts';

/** What it touches: its role and its environment come from here. */
export const touches = { ...endingTouches, callerSeal: ['open'] } as const satisfies Touches;
export const Env = environmentOf(touches, {});
