import * as z from 'zod';
import type { Instant } from '#domain/instant.ts';
import { MOST_PERSON_ID_LENGTH } from '#domain/person-id.ts';
import { Role } from './ticket-words.ts';

/** Who did it: the role, and the id of the person (`personId`) where somebody was signed in. */
export const Actor = z.object({
  role: Role,
  id: z.string().max(MOST_PERSON_ID_LENGTH).optional(),
  department: z.string().optional(),
});
export type Actor = z.infer<typeof Actor>;

/** The moment, the actor and the thread that a change belongs to. */
export interface Circumstances {
  /** When it happened. */
  at: Instant;
  /** When it is written, if that is later. */
  recordedAt?: Instant;
  actor: Actor;
  correlationId: string;
}
