import type { Telephone } from '#domain/telephone/telephone.ts';
import type { DutyRing } from '#domain/tickets/duty-limits.ts';

/** The calls to one duty telephone, oldest first, as they were read: `version` tells whether they have changed since. */
export interface SeenRings {
  rings: DutyRing[];
  version: number;
}

/** Remembers for some hours when each duty telephone was rung, so that nobody can make it ring without end. */
export interface DutyRings {
  of(phone: Telephone): Promise<SeenRings>;
  /** Writes them if they still are as they were seen; `conflict` when they are not. */
  replace(phone: Telephone, seen: SeenRings, rings: readonly DutyRing[]): Promise<'replaced' | 'conflict'>;
}
