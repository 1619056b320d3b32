import * as z from 'zod';
import { areaSaid, nameIn } from '#domain/calls/areas.ts';
import type { District } from '#domain/district/district.ts';
import { kindName } from '#domain/district/kind-names.ts';
import { departmentOf, hasArea } from '#domain/district/standing-ids.ts';
import { once } from '#domain/once.ts';
import { stateName } from './state-names.ts';
import type { Ticket } from './ticket.ts';

/** What people call that which a ticket names by its id. What the district no longer has is called by its id; `gone` marks it. */
export const TicketNames = once(() =>
  z.object({
    area: z.array(z.string()).describe('From the town down; the name of the district where no place is known.'),
    category: z.string(),
    kind: z.string(),
    state: z.string(),
    department: z.string().optional(),
    unit: z.string().optional(),
  }),
);
export type TicketNames = z.infer<ReturnType<typeof TicketNames>>;

/** The same without the state: work that is handed out has none. */
export const WorkNames = once(() => TicketNames().omit({ state: true }));
export type WorkNames = z.infer<ReturnType<typeof WorkNames>>;

type NamedWork = Pick<Ticket, 'area' | 'category' | 'kind' | 'department' | 'unit'>;

/** The names of all that a piece of work names, in a language. */
export const workNames = (work: NamedWork, district: District, language: District['language']): WorkNames => {
  const { area, category, kind, department, unit } = work;
  const nameOf = (found: { name: string; translated?: string | undefined } | undefined, id: string): string =>
    found ? nameIn(language, found, district) : id;
  const path = areaSaid(language, district, area);
  const whole = hasArea(district, area) ? nameIn(language, district, district) : area;
  const known = departmentOf(district, department);
  const units = known?.units ?? district.departments.flatMap((one) => one.units);
  const unitFound = units.find(({ id }) => id === unit);
  return {
    area: path.length > 0 ? path : [whole],
    category: nameOf(
      district.categories.find(({ id }) => id === category),
      category,
    ),
    kind: kindName(kind, language),
    ...(department !== undefined && { department: nameOf(known, department) }),
    ...(unit !== undefined && { unit: unitFound?.name ?? unit }),
  };
};

/** The names of all that a ticket names, in a language. */
export const ticketNames = (
  ticket: NamedWork & Pick<Ticket, 'state'>,
  district: District,
  language: District['language'],
): TicketNames => ({ ...workNames(ticket, district, language), state: stateName(ticket.state, language) });
