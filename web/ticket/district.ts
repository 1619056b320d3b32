import { useQuery } from '@tanstack/preact-query';
import type { getDistrictContract } from '#contracts/http/get-district.ts';
import { call } from '#web/session/call.ts';
import type { AnswerOf } from '#web/session/contract-types.ts';
import { person } from '#web/session/sign-in.ts';
import { language } from '#web/words/language.ts';
import { shared } from '#web/words/shared.ts';

/** The district with its names, as the API shows it. */
export type District = AnswerOf<typeof getDistrictContract>;

interface Named {
  id: string;
  zh?: string | undefined;
  en?: string | undefined;
  parent?: string | undefined;
}

/** The district. It changes only when it is deployed, so it is asked for once a visit. */
export const useDistrict = () =>
  useQuery({
    queryKey: ['district'],
    queryFn: () => call<District>('GET', '/district'),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: person.value !== undefined,
  });

/** What a thing is called in the language of the person, or in the other one where it has no name in this. */
const nameOf = ({ id, zh, en }: Named): string => (language.value === 'zh' ? (zh ?? en) : (en ?? zh)) ?? id;

/** What an id is called; the district may no longer have it. */
export const nameIn = (list: readonly Named[], id: string): string => {
  const found = list.find((one) => one.id === id);
  return found ? nameOf(found) : shared().goneName(id);
};

/** The name with the names of what it lies in, from the top. */
const lineIn = (list: readonly Named[], id: string): string[] => {
  const line: string[] = [];
  for (let at = list.find((one) => one.id === id); at; at = list.find((one) => one.id === at?.parent)) line.unshift(nameOf(at));
  return line.length === 0 ? [shared().goneName(id)] : line;
};

/** An area from the town down, without the district itself: 稷下街道 文苑社区. */
export const areaNamed = ({ areas }: District, id: string): string => {
  const line = lineIn(areas, id);
  return (line.length > 1 ? line.slice(1) : line).join(' ');
};

/** A category with what it belongs to: 供水 › 漏水. */
export const categoryNamed = ({ categories }: District, id: string): string => lineIn(categories, id).join(' › ');

/** All that may be chosen from a list of the district. */
export const choicesOf = (district: District, list: 'areas' | 'categories' | 'departments' | 'kinds' | 'states') => {
  const named = { areas: areaNamed, categories: categoryNamed };
  return district[list].map((one) => ({
    id: one.id,
    name: list === 'areas' || list === 'categories' ? named[list](district, one.id) : nameOf(one),
  }));
};

/** Whether the limits of a ticket in this state still count. */
export const isOpenIn = ({ states }: District, { state }: { state: string }): boolean =>
  states.find(({ id }) => id === state)?.isOpen ?? false;
