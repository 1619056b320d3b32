import * as z from 'zod';
import { TicketKind } from '#domain/district/kinds.ts';
import { CardColour } from '#domain/district/schedule.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { reference } from '#domain/text/reference.ts';
import type { ListCounts } from '#domain/tickets/lists/list-filter.ts';
import { TicketState } from '#domain/tickets/states.ts';
import type { TicketSummary } from '#domain/tickets/ticket-summary.ts';
import { Channel } from '#domain/tickets/ticket-words.ts';
import type { Reader } from './reader.ts';
import { Paging, pageOf, pageView, StaffTicketSummary } from './ticket-view.ts';

/** Yes or no in a query. */
export const Flag = once(() => z.enum(['true', 'false']).transform((text) => text === 'true'));

/** What a list of the staff's is filtered by; all that is given must fit. */
export const ListFilters = once(() => ({
  state: TicketState.optional(),
  unit: reference({ max: 60 }).optional(),
  area: reference({ max: 60 }).optional().describe('With all that lies below it.'),
  category: reference({ max: 60 }).optional().describe('With all that stands below it.'),
  kind: TicketKind.optional(),
  channel: Channel.optional(),
  urgent: Flag().optional(),
  doubt: Flag().optional().describe('Whether it is open if somebody is in danger.'),
  card: CardColour.optional(),
  dueBefore: Instant.optional(),
  openedFrom: Instant.optional(),
  openedBefore: Instant.optional(),
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month like 2026-11')
    .optional()
    .describe(
      'What is done and was opened in this month, instead of what is open. With a state that is done, the present month.',
    ),
}));

/** How a list of the staff's is paged and ordered. */
export const ListPages = once(() => ({
  order: z
    .enum(['age', 'due'])
    .default('age')
    .describe('By age: urgent ones, doubts of danger, the others, each oldest first. Or by what is due next.'),
  ...Paging(),
}));

const CHANGES = 'The parameter `after` of the changes of this list, with the same filters.';

/** A page of a list of the staff's; what is of the whole list stands on the first page. */
export const StaffList = once(() =>
  pageOf(StaffTicketSummary()).extend({
    total: z.int().optional(),
    counts: z
      .record(z.string(), z.record(z.string(), z.int()))
      .optional()
      .describe('How many tickets have each value of each filter, the others as they are.'),
    changes: z.string().optional().describe(CHANGES),
  }),
);

/** The cursor of changes that was given out last. */
export const After = once(() =>
  reference({ max: 2000 }).describe('The `changes` of this list, or of the answer before; half an hour later it is refused.'),
);

/** What changed in a list of the staff's. */
export const StaffListChanges = once(() =>
  z.object({
    tickets: pageOf(StaffTicketSummary()).shape.tickets.describe(
      'As they are now; one may come twice: keep the highest version.',
    ),
    left: z.array(z.string()).describe('Numbers of tickets that are not in this list now.'),
    reload: z.literal(true).optional().describe('So much changed that the list is to be read anew.'),
    changes: z.string().describe(CHANGES),
  }),
);

/** The filters alone, and the month, of a query. */
export const wantedOf = <Q extends { month?: string | undefined }>({
  month,
  ...others
}: Q & { limit?: unknown; cursor?: unknown; order?: unknown; after?: unknown; phone?: unknown }) => {
  const { limit: _, cursor: __, order: ___, after: ____, phone: _____, ...filter } = others;
  return { filter, month };
};

interface Listed {
  items: TicketSummary[];
  unreadable: number;
  cursor?: string | undefined;
  first?: { total: number; counts: ListCounts; changes: string };
}

/** Shows a page of a list of the staff's. */
export const staffListView = ({ first, ...page }: Listed, reader: Reader) => ({
  ...pageView(page, reader),
  ...(first && {
    total: first.total,
    changes: first.changes,
    counts: Object.fromEntries(
      Object.entries(first.counts).map(([name, values]) => [name, Object.fromEntries([...values].sort())]),
    ),
  }),
});

/** Shows what changed in a list of the staff's. */
export const staffChangesView = (
  { items, left, reload, cursor }: { items: TicketSummary[]; left: string[]; reload: boolean; cursor: string },
  reader: Reader,
) => ({
  tickets: pageView({ items, unreadable: 0 }, reader).tickets,
  left,
  ...(reload && { reload: true as const }),
  changes: cursor,
});
