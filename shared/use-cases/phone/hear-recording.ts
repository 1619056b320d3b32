import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Actor } from '#domain/tickets/circumstances.ts';
import { mayKnowReporter, type StaffViewer } from '#domain/tickets/visibility.ts';
import type { Clock } from '#ports/clock.ts';
import type { RecordingArchive } from '#ports/recordings.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { readTicket } from '#use-cases/read-ticket.ts';

/** What every operation that lets somebody hear a recording needs. */
export interface HearingNeeds {
  store: Pick<TicketStore, 'get'>;
  archive: Pick<RecordingArchive, 'has' | 'linkTo'>;
  district: District;
  now: Clock;
}

const LINK_MINUTES = 5;

/** Nothing waits in a queue for longer: what is not there by then was forgotten since, or never came. */
const LONGEST_WAY_MINUTES = 14 * 24 * 60;

/**
 * Gives staff who may know whose voice it is a link to what a caller said. Throws the Refusals of readTicket,
 * `role-not-allowed`, `recording-none`, and `recording-not-there-yet`.
 */
export const hearRecording = async (
  request: { params: { number: string }; caller: Actor },
  { store, archive, district, now }: HearingNeeds,
): Promise<{ url: string; expiresAt: Instant }> => {
  const ticket = await readTicket(request, { store, district });
  if (!mayKnowReporter(ticket, request.caller.role as StaffViewer)) throw new Refusal('role-not-allowed');
  const { recording } = ticket;
  if (recording === undefined) throw new Refusal('recording-none');
  if (!(await archive.has(recording))) {
    const isOld = plusMinutes(ticket.openedAt, LONGEST_WAY_MINUTES) < now();
    throw new Refusal(isOld ? 'recording-none' : 'recording-not-there-yet');
  }
  return { url: await archive.linkTo(recording, LINK_MINUTES * 60), expiresAt: plusMinutes(now(), LINK_MINUTES) };
};
