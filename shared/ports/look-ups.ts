import type { LookedUp, LookUp } from '#domain/tickets/look-up.ts';

/** Keeps who asked to look a ticket up, for some days. Every write names the version that was seen. */
export interface LookUps {
  get(of: LookedUp): Promise<LookUp | undefined>;
  /** Writes that a code was asked for, and in the same write that it is to be texted, which the stream carries on. */
  ask(seen: LookUp | undefined, becomes: LookUp, correlationId: string): Promise<'written' | 'conflict'>;
  /** Writes that a code was tried. */
  replace(seen: LookUp, becomes: LookUp): Promise<'written' | 'conflict'>;
}
