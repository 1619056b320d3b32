import type { Department, District, RoutingRule, Unit } from './district.ts';
import type { TicketKind } from './kinds.ts';
import { areasAround, categoriesAround } from './standing-ids.ts';

/** Finds the department that must act (派单), and the rule that said so. The last rule of a district fits everything. */
export const chooseDepartment = (
  district: District,
  matter: { category: string; area: string; kind: TicketKind },
): { department: string; rule: string } => {
  const categories = categoriesAround(district, matter.category);
  const areas = areasAround(district, matter.area);
  const fits = ({ when }: RoutingRule): boolean =>
    (!when.kinds || when.kinds.includes(matter.kind)) &&
    (!when.categories || when.categories.some((id) => categories.includes(id))) &&
    (!when.areas || when.areas.some((id) => areas.includes(id)));
  const rule = district.routing.find(fits);
  if (!rule) throw new Error(`no routing rule of ${district.id} fits, so its data was not checked`);
  return { department: rule.department, rule: rule.id };
};

/** Finds the unit that covers the area most closely; the department's first unit where none covers it. */
export const chooseUnit = (department: Department, district: Pick<District, 'areas'>, area: string): Unit => {
  for (const id of areasAround(district, area)) {
    const unit = department.units.find(({ areas }) => areas.includes(id));
    if (unit) return unit;
  }
  return department.units[0] as Unit;
};

/** A unit of the department by its id, or the one that covers the area now where the department no longer has it. */
export const standingUnit = (department: Department, district: Pick<District, 'areas'>, unit: string, area: string): Unit =>
  department.units.find(({ id }) => id === unit) ?? chooseUnit(department, district, area);
