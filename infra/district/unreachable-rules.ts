import type { Area, Category, RoutingRule } from '#domain/district/district.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { type Branch, lineage } from '#domain/district/tree.ts';

/**
 * Entries of a tree that stand for all of it: those that a rule names, and one that no rule speaks of. Any other
 * entry is routed as the nearest of these above it, so whoever tries these has tried all.
 */
const representatives = (tree: readonly Branch[], named: ReadonlySet<string>): string[][] => {
  const unnamedRoot = tree.find(({ id, parent }) => parent === undefined && !named.has(id));
  const tried = [...tree.filter(({ id }) => named.has(id)), ...(unnamedRoot ? [unnamedRoot] : [])];
  return tried.map(({ id }) => lineage(tree, id).map((branch) => branch.id));
};

/** Rules that decide nothing, because rules above them fit all that they fit; with those rules. The trees must be free of circles. */
export const unreachableRules = (
  rules: readonly RoutingRule[],
  areas: readonly Area[],
  categories: readonly Category[],
): { rule: RoutingRule; hiddenBy: RoutingRule[] }[] => {
  const places = representatives(areas, new Set(rules.flatMap(({ when }) => when.areas ?? [])));
  const matters = representatives(categories, new Set(rules.flatMap(({ when }) => when.categories ?? [])));
  const hiders = new Map(rules.map((rule) => [rule, new Set<RoutingRule>()]));
  const deciding = new Set<RoutingRule>();
  for (const place of places) {
    for (const matter of matters) {
      for (const kind of TicketKind.options) {
        const [first, ...later] = rules.filter(
          ({ when }) =>
            (!when.kinds || when.kinds.includes(kind)) &&
            (!when.areas || when.areas.some((id) => place.includes(id))) &&
            (!when.categories || when.categories.some((id) => matter.includes(id))),
        );
        if (!first) continue;
        deciding.add(first);
        for (const rule of later) hiders.get(rule)?.add(first);
      }
    }
  }
  return rules
    .filter((rule) => !deciding.has(rule))
    .map((rule) => ({ rule, hiddenBy: rules.filter((other) => hiders.get(rule)?.has(other)) }));
};
