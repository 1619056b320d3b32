import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { Instant } from '#domain/instant.ts';
import type { ListFilter } from '#domain/tickets/lists/list-filter.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import type { TicketLists } from '#ports/ticket-store.ts';
import { type ListChanges, listChanges } from './list-changes.ts';
import { type ListPage, listTickets, type WantedList, type WantedPage } from './list-tickets.ts';

/** What somebody of the desk wants to see, as they wrote it. */
interface DeskWish extends Pick<WantedList, 'month'> {
  filter: Omit<ListFilter, 'phoneKey'>;
  /** The reporter's. */
  writtenPhone?: string | undefined;
  role: string;
}

interface Needs {
  phoneKeys: PhoneKeys;
  district: District;
  now: () => Instant;
}

/**
 * The list that somebody of the desk wants. A telephone is looked for by its key; the plans of numbers are loaded with the
 * first one. Throws Refusal `request-invalid` for a number that can't be read.
 */
const deskList = async (
  { filter, month, writtenPhone: written, role }: DeskWish,
  { phoneKeys, district }: Pick<Needs, 'phoneKeys' | 'district'>,
): Promise<WantedList> => {
  const viewer = role === 'supervisor' ? 'supervisor' : 'agent';
  if (written === undefined) return { viewer, filter, month };
  const { FORMS, readTelephone } = await import('#domain/telephone/read-telephone.ts');
  const telephone = readTelephone(written, district.telephone);
  if (telephone === undefined) throw new Refusal('request-invalid', undefined, [{ pointer: '/query/phone', detail: FORMS }]);
  return { viewer, filter: { ...filter, phoneKey: await phoneKeys.of(telephone) }, month };
};

/** A page of a list of the desk's. Throws Refusal `request-invalid`, and those of listTickets. */
export const deskPage = async (
  wish: DeskWish,
  page: WantedPage,
  needs: Needs & { lists: Pick<TicketLists, 'allOpen' | 'doneIn'> },
): Promise<ListPage> => listTickets(await deskList(wish, needs), page, needs);

/** What changed in a list of the desk's. Throws Refusal `request-invalid`, and those of listChanges. */
export const deskChanges = async (
  wish: DeskWish,
  after: string,
  needs: Needs & { lists: Pick<TicketLists, 'changedSince'> },
): Promise<ListChanges> => listChanges(await deskList(wish, needs), after, needs);
