import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import type { ListFilter } from '#domain/tickets/lists/list-filter.ts';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import type { WantedList } from './list-tickets.ts';

/**
 * The list that somebody of the desk wants. A telephone is looked for by its key; the plans of numbers are loaded with the
 * first one. Throws Refusal `request-invalid` for a number that can't be read.
 */
export const deskList = async (
  { filter, month }: { filter: Omit<ListFilter, 'phoneKey'>; month?: string | undefined },
  written: string | undefined,
  role: string,
  { phoneKeys, district }: { phoneKeys: PhoneKeys; district: District },
): Promise<WantedList> => {
  const viewer = role === 'supervisor' ? 'supervisor' : 'agent';
  if (written === undefined) return { viewer, filter, month };
  const { FORMS, readTelephone } = await import('#domain/telephone/read-telephone.ts');
  const telephone = readTelephone(written, district.telephone);
  if (telephone === undefined) throw new Refusal('request-invalid', undefined, [{ pointer: '/query/phone', detail: FORMS }]);
  return { viewer, filter: { ...filter, phoneKey: await phoneKeys.of(telephone) }, month };
};
