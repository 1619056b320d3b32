import type { Department, District, RoutingRule, Unit } from './district.ts';
import type { TicketKind } from './kinds.ts';
import { lineage } from './tree.ts';

/** Finds the department that must act (派单), and the rule that said so. The last rule of a district fits everything. */
export const chooseDepartment = (
  district: District,
  matter: { category: string; area: string; kind: TicketKind },
): { department: string; rule: string } => {
  const categories = lineage(district.categories, matter.category).map(({ id }) => id);
  const areas = lineage(district.areas, matter.area).map(({ id }) => id);
  const fits = ({ when }: RoutingRule): boolean =>
    (!when.kinds || when.kinds.includes(matter.kind)) &&
    (!when.categories || when.categories.some((id) => categories.includes(id))) &&
    (!when.areas || when.areas.some((id) => areas.includes(id)));
  const rule = district.routing.find(fits);
  if (!rule) throw new Error(`no routing rule of ${district.id} fits, so its data was not checked`);
  return { department: rule.department, rule: rule.id };
};

/** Finds the unit that covers the area most closely; the department's first unit where none covers it. */
export const chooseUnit = (department: Department, district: District, area: string): Unit => {
  for (const { id } of lineage(district.areas, area)) {
    const unit = department.units.find(({ areas }) => areas.includes(id));
    if (unit) return unit;
  }
  return department.units[0] as Unit;
};
