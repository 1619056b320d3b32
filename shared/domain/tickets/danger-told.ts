import { adviceFor } from '#domain/district/danger/advice.ts';
import { type DangerNote, graver, noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { Refusal, refusals } from '#domain/errors.ts';
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

/**
 * Refuses `danger-told`, with the number to ring, where words with which a reporter would end a ticket say that somebody is
 * in danger, or speak of taking one's own life: they must reach a person, and nobody looks at a ticket that has ended.
 */
export const refuseDanger = (ticket: Pick<Ticket, 'channel'>, words: string | undefined, district: District): void => {
  const note = dangerTold(ticket, [words], district);
  if (note?.outcome !== 'danger' && !note?.selfHarm) return;
  throw new Refusal('danger-told', `${refusals['danger-told']} ${adviceFor(note, district)?.advice ?? ''}`.trim());
};
