import { dayLimit, dayOf } from '#domain/district/day-limits.ts';
import type { District } from '#domain/district/district.ts';
import type { Instant } from '#domain/instant.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import type { DayCounts } from '#ports/day-counts.ts';

/** What the hotline sends to reporters, and which limits of a day hold for it: to one number, and to all. */
const SENDINGS = {
  texts: { ofNumber: 'textsToNumber', ofAll: 'texts' },
  /** Codes are texts that strangers may cause: they use up no other text, neither of the number nor of the hotline. */
  codes: { ofNumber: 'codesToNumber', ofAll: 'codes' },
  rings: { ofNumber: 'ringsToNumber', ofAll: 'rings' },
} as const;

/** Which limit was met: that of the number, or that of the hotline. */
export type LimitMet = 'number-had-enough' | 'hotline-had-enough';

/** A place within the limits of a day. It is given back when nothing went out. */
export interface Place {
  giveBack(): Promise<void>;
}

/** Whom something is sent to: by the key of their telephone, or by their ticket where that has none. */
export type Reached = Pick<Ticket, 'phoneKey' | 'number'>;

/**
 * Takes a place for one text or call to a reporter. A ticket of before numbers had keys counts for itself alone. The number
 * comes first: what the hotline may do in all is not used up by one that had enough.
 */
export const takePlace = async (
  sending: keyof typeof SENDINGS,
  { phoneKey, number }: Reached,
  at: Instant,
  { dayCounts, district }: { dayCounts: DayCounts; district: District },
): Promise<Place | LimitMet> => {
  const { ofNumber, ofAll } = SENDINGS[sending];
  const day = dayOf(district, at);
  const own = `${sending}#${phoneKey === undefined ? `ticket:${number}` : `phone:${phoneKey}`}`;
  if (!(await dayCounts.take(own, day, dayLimit(ofNumber, district)))) return 'number-had-enough';
  if (!(await dayCounts.take(ofAll, day, dayLimit(ofAll, district)))) {
    await dayCounts.giveBack(own, day);
    return 'hotline-had-enough';
  }
  return {
    giveBack: async () => {
      await dayCounts.giveBack(own, day);
      await dayCounts.giveBack(ofAll, day);
    },
  };
};
