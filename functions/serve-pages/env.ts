import * as z from 'zod';
import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';
import { textsVariable } from '#use-cases/phone/phone-touches.ts';

/** It touches nothing: all that it serves lies beside it. */
export const touches = {} as const satisfies Touches;
export const Env = environmentOf(touches, {
  ...textsVariable,
  /** The issuer at which people sign in. */
  AUTHORITY: z.url(),
  CLIENT_ID: z.string().min(1),
  GROUPS_CLAIM: z.string().min(1),
  /** Where else the issuer answers, such as the domain of a user pool; empty where there is no such place. */
  SIGN_IN_DOMAIN: z.union([z.url(), z.literal('')]),
  /** Whether residents sign up there, with their telephone number and a code. */
  SIGNS_UP: z.literal('yes').optional(),
});
