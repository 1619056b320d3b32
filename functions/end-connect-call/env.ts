import { environmentOf } from '#ports/variables.ts';
import { endingTouches } from '#use-cases/phone/phone-touches.ts';

export const touches = endingTouches;
export const Env = environmentOf(touches, {});
