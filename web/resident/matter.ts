import type { openTicketContract } from '#contracts/http/open-ticket.ts';
import type { TicketKind } from '#domain/district/kinds.ts';
import type { BodyOf } from '#web/session/contract-types.ts';
import type { SentAs } from '#web/session/sent-as.ts';

export type NewMatter = BodyOf<typeof openTicketContract>;

/** A matter that is being written. What stands here of kind, category and area a person has chosen. */
export interface Draft {
  matter: string;
  place: string;
  category?: string;
  kind?: TicketKind;
  area?: string;
  /** What a person answered when the hotline was not sure whether somebody is in danger. */
  inDanger?: 'yes' | 'no';
  anonymous: boolean;
  name: string;
  phone: string;
  /** Who wrote it, once they were signed in. */
  by?: string;
  /** As it was sent, if it was taken back before an answer came. */
  sent?: SentAs;
}

export const emptyDraft: Draft = { matter: '', place: '', anonymous: false, name: '', phone: '' };

/** Whether somebody has typed something. */
export const isWritten = ({ matter, place, name, phone }: Draft): boolean => [matter, place, name, phone].join('').trim() !== '';

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The draft as it is filed. */
export const matterOf = ({ matter, place, category, kind, area, inDanger, anonymous, name, phone }: Draft): NewMatter => {
  const said = { name: filled(name), phone: filled(phone) };
  const contact = {
    ...(said.name !== undefined && { name: said.name }),
    ...(said.phone !== undefined && { phone: said.phone }),
  };
  const where = filled(place);
  return {
    matter: matter.trim(),
    channel: 'web',
    urgent: inDanger === 'yes',
    anonymous,
    ...(where !== undefined && { place: where }),
    ...(category !== undefined && { category }),
    ...(kind !== undefined && { kind }),
    ...(area !== undefined && { area }),
    ...(Object.keys(contact).length > 0 && { contact }),
  };
};

/** What was filed, as somebody would write it again. */
export const draftOf = ({ matter, place, category, kind, area, urgent, anonymous, contact }: NewMatter): Draft => ({
  matter,
  place: place ?? '',
  ...(category !== undefined && { category }),
  ...(kind !== undefined && { kind }),
  ...(area !== undefined && { area }),
  ...(urgent && { inDanger: 'yes' as const }),
  anonymous: anonymous ?? false,
  name: contact?.name ?? '',
  phone: contact?.phone ?? '',
});
