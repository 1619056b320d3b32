import { useQuery } from '@tanstack/preact-query';
import type { DistrictNames, Named } from '#contracts/pages/district-names.ts';
import { pagesAddress } from '#web/session/settings.ts';
import { nameOf } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';

const fetchNames = async (): Promise<DistrictNames> => {
  const response = await fetch(new URL('district.json', pagesAddress));
  if (!response.ok) throw new Error('no names');
  return response.json();
};

/** The names of the district. They change only when it is deployed, so they are fetched once a visit. */
export const useNames = () =>
  useQuery({ queryKey: ['names'], queryFn: fetchNames, staleTime: Number.POSITIVE_INFINITY, retry: 2 });

/** What an id is called; the id itself where the district no longer has it. */
export const named = (list: readonly Named[], id: string | undefined): string => {
  if (id === undefined) return '';
  const found = list.find((one) => one.id === id);
  return found ? nameOf(found) : shared().goneName(id);
};

/** An area from the town down, without the district itself: 稷下街道 文苑社区. */
export const areaNamed = ({ areas }: DistrictNames, id: string): string => {
  const line: string[] = [];
  for (let at = areas.find((one) => one.id === id); at; at = areas.find((one) => one.id === at?.parent)) line.unshift(nameOf(at));
  if (line.length === 0) return shared().goneName(id);
  return line.length > 1 ? line.slice(1).join(' ') : line.join('');
};

/** A category with what it belongs to: 供水 › 漏水. */
export const categoryNamed = ({ categories }: DistrictNames, id: string): string => {
  const line: string[] = [];
  for (let at = categories.find((one) => one.id === id); at; at = categories.find((one) => one.id === at?.parent))
    line.unshift(nameOf(at));
  return line.length === 0 ? shared().goneName(id) : line.join(' › ');
};

/** All categories as a list to choose from. */
export const categoryOptions = (names: DistrictNames) =>
  names.categories.map(({ id }) => ({ id, name: categoryNamed(names, id) }));

/** All kinds as a list to choose from. */
export const kindOptions = () => Object.entries(shared().kinds).map(([id, name]) => ({ id, name }));
