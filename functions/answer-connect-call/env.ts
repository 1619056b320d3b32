import * as z from 'zod';
import { environmentOf } from '#ports/variables.ts';
import { answeringTouches, textsVariable } from '#use-cases/phone/phone-touches.ts';

export const touches = answeringTouches;
export const Env = environmentOf(touches, {
  ...textsVariable,
  /** `yes` when the contact flow can put callers into a queue that agents serve. */
  HAS_AGENTS: z.literal('yes').optional(),
  /** `yes` when the contact flow has a Lex bot, which recognises words; else everything goes by keys and messages. */
  HEARS_SPEECH: z.literal('yes').optional(),
});
