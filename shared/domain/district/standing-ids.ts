import * as z from 'zod';
import type { District } from './district.ts';
import { type Branch, lineage } from './tree.ts';

/**
 * A ticket lives longer than the areas, categories, units and departments of its district. What becomes of one that names
 * an id which the district no longer has is decided here alone: an area stands for the whole district, a category for the
 * general one, a unit for the one that covers the place now. A department that is gone stays named until a person gives the
 * ticket to another one.
 */
export const GoneId = z.enum(['area', 'category', 'department', 'unit']);
export type GoneId = z.infer<typeof GoneId>;

/** What of a ticket is looked up in the district. */
export interface Named {
  area?: string | undefined;
  category?: string | undefined;
  department?: string | undefined;
  unit?: string | undefined;
}

const isAmong = (list: readonly { id: string }[], id: string): boolean => list.some((one) => one.id === id);

/** Whether the district has this area now. */
export const hasArea = ({ areas }: Pick<District, 'areas'>, area: string): boolean => isAmong(areas, area);
/** Whether the district has this category now. */
export const hasCategory = ({ categories }: Pick<District, 'categories'>, category: string): boolean =>
  isAmong(categories, category);

/** The department, while the district has it. */
export const departmentOf = ({ departments }: Pick<District, 'departments'>, department: string | undefined) =>
  departments.find(({ id }) => id === department);

/** The whole district, which a matter has until its place is known. */
export const wholeDistrict = ({ areas }: Pick<District, 'areas'>): string =>
  areas.find(({ parent }) => parent === undefined)?.id ?? '';

/** The area itself, or the whole district where it is gone. */
export const standingArea = (district: Pick<District, 'areas'>, area: string): string =>
  hasArea(district, area) ? area : wholeDistrict(district);

const idsAbove = (tree: readonly Branch[], id: string): string[] => lineage(tree, id).map((branch) => branch.id);

/** The areas in which a matter lies, the closest first. */
export const areasAround = (district: Pick<District, 'areas'>, area: string): string[] =>
  idsAbove(district.areas, standingArea(district, area));

/** The categories that a matter has, the closest first: for routing. The general one has no limit for what it never was. */
export const categoriesAround = (district: Pick<District, 'categories' | 'generalCategory'>, category: string): string[] =>
  idsAbove(district.categories, hasCategory(district, category) ? category : district.generalCategory);

/** What a ticket names that the district no longer has: `{}` for nothing, so that a view shows it only where there is some. */
export const goneFrom = (
  district: Pick<District, 'areas' | 'categories' | 'departments'>,
  { area, category, department, unit }: Named,
): { gone?: GoneId[] } => {
  const known = departmentOf(district, department);
  const units = known?.units ?? district.departments.flatMap((one) => one.units);
  const gone: GoneId[] = [
    ...(area === undefined || hasArea(district, area) ? [] : (['area'] as const)),
    ...(category === undefined || hasCategory(district, category) ? [] : (['category'] as const)),
    ...(department === undefined || known ? [] : (['department'] as const)),
    ...(unit === undefined || isAmong(units, unit) ? [] : (['unit'] as const)),
  ];
  return gone.length > 0 ? { gone } : {};
};
