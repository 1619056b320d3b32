import { environmentOf } from '#ports/variables.ts';
import { answeringTouches, doorVariables } from '#use-cases/phone/phone-touches.ts';

export const touches = answeringTouches;
export const Env = environmentOf(touches, doorVariables);
