import type { District } from '#domain/district/district.ts';
import type { StateFacts, TicketState } from '#domain/tickets/states.ts';

/** What a thing is called, in both languages where both are known. */
export interface Named {
  id: string;
  name: string;
  translated?: string | undefined;
}

/** A named thing in a tree. */
export interface NamedBranch extends Named {
  parent?: string | undefined;
}

/** What the pages know of the district, as data beside them: names, and the facts of each state. No telephone and no person. */
export interface DistrictNames {
  areas: readonly NamedBranch[];
  categories: readonly NamedBranch[];
  departments: readonly (Named & { units: readonly Named[] })[];
  states: Readonly<Record<TicketState, StateFacts>>;
  kinds: readonly string[];
  generalCategory: District['generalCategory'];
}
