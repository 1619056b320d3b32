import * as z from 'zod';
import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';
import { doorVariables } from '#use-cases/phone/phone-touches.ts';

/** What it touches: two queues, the secret that seals callers, and no table that could be away. */
export const touches = { sendRecordings: true, park: true } as const satisfies Touches;
export const Env = environmentOf(touches, {
  /** The names of the secrets with which the providers sign. */
  TWILIO_SECRET: z.string().min(1),
  JAMBONZ_SECRET: z.string().min(1),
  PUBLIC_URL: doorVariables.PUBLIC_URL,
});
