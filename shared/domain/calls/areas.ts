import type { Area, District } from '#domain/district/district.ts';
import { lineage } from '#domain/district/tree.ts';
import type { Language } from './spoken-number.ts';

/** So many names can be kept in mind with their keys. */
const TOWNS_AT_ONCE = 4;

/** A part of the list of towns that is read out, and whether there is another one. The list begins anew after its end. */
export const townsOnPage = ({ areas }: Pick<District, 'areas'>, page: number): { towns: Area[]; more: boolean } => {
  const towns = areas.filter(({ level }) => level === 'town');
  const pages = Math.max(1, Math.ceil(towns.length / TOWNS_AT_ONCE));
  const from = (page % pages) * TOWNS_AT_ONCE;
  return { towns: towns.slice(from, from + TOWNS_AT_ONCE), more: pages > 1 };
};

/** The name of an area, or of the district, as it is said in a language. */
export const nameIn = (
  language: Language,
  { name, translated = name }: Pick<Area, 'name' | 'translated'>,
  district: Pick<District, 'language'>,
): string => (language === district.language ? name : translated);

/** A place as it is said in a language, from the town down; the district itself goes without saying. */
export const areaSaid = (language: Language, district: Pick<District, 'areas' | 'language'>, area: string): string[] =>
  lineage(district.areas, area)
    .filter(({ parent }) => parent !== undefined)
    .map((one) => nameIn(language, one, district))
    .reverse();
