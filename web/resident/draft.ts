import type { TicketKind } from '#domain/district/kinds.ts';
import { kept } from '#web/session/kept.ts';
import type { NewMatter } from './api.ts';

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
}

const empty: Draft = { matter: '', place: '', anonymous: false, name: '', phone: '' };

/** The matter that is being written on this phone. */
export const draft = kept<Draft>('draft', empty);

/** Puts something into the draft. */
export const write = (part: Partial<Draft>): void => {
  draft.value = { ...draft.value, ...part };
};

/** Other words may mean something else: what was chosen for the old ones goes. */
export const writeMatter = (part: Pick<Partial<Draft>, 'matter' | 'place'>): void => {
  const { category: _, kind: __, area: ___, inDanger: ____, ...rest } = draft.value;
  draft.value = { ...rest, ...part };
};

/** Begins with an empty page. */
export const forgetDraft = (): void => {
  draft.value = empty;
};

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
