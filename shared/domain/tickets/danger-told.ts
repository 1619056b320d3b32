import { type DangerNote, graver, noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import type { Ticket } from './ticket.ts';

/** The gravest of what a reporter's texts say of danger, read as what came by the ticket's channel; undefined where none does. */
export const dangerTold = (
  { channel }: Pick<Ticket, 'channel'>,
  texts: readonly (string | undefined)[],
  district: District,
): DangerNote | undefined => {
  const register = channel === 'phone' ? 'spoken' : 'written';
  return texts
    .filter((text) => text !== undefined)
    .map((text) => noteOf(understandDanger(district, text, register)))
    .reduce(graver, undefined);
};
