import type { OfferedFacts } from '#domain/calls/own-tickets.ts';

/** Finds tickets by the telephone of their reporter. */
export interface TelephoneTickets {
  /**
   * Those that a call from this telephone may offer (`isOffered`), newest first, by the telephone's key: one request. What was
   * written a moment ago may be missing for as long, and what can't be read is passed over.
   */
  offered(phoneKey: string, most: number): Promise<OfferedFacts[]>;
}
