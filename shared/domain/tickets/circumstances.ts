import * as z from 'zod';
import type { Instant } from '#domain/instant.ts';
import { Role } from './ticket-words.ts';

/** Who did it: the role, and the account's subject where there is one (OpenID Connect allows 255 characters). */
export const Actor = z.object({ role: Role, id: z.string().max(255).optional(), department: z.string().optional() });
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
