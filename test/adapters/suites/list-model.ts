import fc from 'fast-check';
import type { DangerNote } from '#domain/district/danger/danger-note.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import type { ListFilter } from '#domain/tickets/lists/list-filter.ts';
import { TicketState } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { secondsLater } from '#test/adapters/matters.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import type { WantedList } from '#use-cases/lists/list-tickets.ts';

const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
export const [areas, categories] = [idsOf(smallDistrict.areas), idsOf(smallDistrict.categories)];
export const departments = ['waterworks', 'centre'];

export const intake = fc.record({
  urgent: fc.boolean(),
  danger: fc.option(fc.constant<DangerNote>({ outcome: 'doubt', words: ['smoke'] }), { nil: undefined }),
  area: fc.constantFrom(...areas),
  category: fc.constantFrom(...categories),
  kind: fc.constantFrom(...TicketKind.options),
  channel: fc.constantFrom('app' as const, 'phone' as const),
  phoneKey: fc.constantFrom(undefined, 'key-a', 'key-b'),
  confidential: fc.constantFrom(undefined, true),
});

const values = fc.record({
  state: fc.constantFrom(...TicketState.options),
  department: fc.constantFrom(...departments),
  area: fc.constantFrom(...areas),
  category: fc.constantFrom(...categories),
  kind: fc.constantFrom(...TicketKind.options),
  channel: fc.constantFrom('app' as const, 'phone' as const),
  urgent: fc.boolean(),
  doubt: fc.boolean(),
  desk: fc.boolean(),
  dueBefore: fc.nat(40_000).map((n) => secondsLater(n * 10)),
  openedFrom: fc.nat(12).map(secondsLater),
  openedBefore: fc.nat(20).map(secondsLater),
  phoneKey: fc.constantFrom('key-a', 'key-b'),
});
const fields = [
  ...(['state', 'department', 'area', 'category', 'kind', 'channel', 'urgent', 'doubt', 'desk'] as const),
  ...(['dueBefore', 'openedFrom', 'openedBefore', 'phoneKey'] as const),
];
export type Reported = typeof intake extends fc.Arbitrary<infer I> ? I : never;
/** Few filters at once, or nothing would be left. */
const filter: fc.Arbitrary<ListFilter> = fc
  .tuple(values, fc.oneof(fc.constant([]), fc.subarray(fields, { maxLength: 2 })))
  .map(([all, some]) => Object.fromEntries(some.map((name) => [name, all[name]])));
export const wantedList: fc.Arbitrary<WantedList> = fc.record({
  viewer: fc.constantFrom('agent' as const, 'supervisor' as const),
  filter,
  ofDepartment: fc.constantFrom(undefined, undefined, 'waterworks'),
  month: fc.constantFrom(undefined, undefined, '2026-11'),
});

export const write = fc.record({ of: fc.nat(14), what: fc.nat(7), opens: intake });
export const writes = fc.array(fc.array(write, { maxLength: 4 }), { minLength: 1, maxLength: 6 });

/** Whether an id is another one, or lies below it. */
const isBelow = (tree: readonly { id: string; parent?: string | undefined }[], id: string | undefined, above: string): boolean =>
  id !== undefined && (id === above || isBelow(tree, tree.find((one) => one.id === id)?.parent, above));

const OPEN = ['received', 'dispatched', 'accepted', 'returned'];
const IN_HAND = ['dispatched', 'accepted'];

/** Whether the desk has something to do. */
const isForDesk = ({ state, danger }: Ticket): boolean =>
  OPEN.includes(state) && (!IN_HAND.includes(state) || danger?.outcome === 'doubt');

const dueOf = ({ state, schedule }: Ticket): string | undefined => {
  if (!OPEN.includes(state)) return undefined;
  return state === 'accepted' ? schedule.handle.at : schedule.accept.at;
};

/** Whether a ticket is in a list: written down once more, from what the filters mean. */
export const isIn = (ticket: Ticket, { viewer, filter: wanted, ofDepartment, month }: WantedList): boolean => {
  const wantsDone = wanted.state === undefined ? month !== undefined : !OPEN.includes(wanted.state);
  const due = dueOf(ticket);
  return (
    wantsDone === !OPEN.includes(ticket.state) &&
    (ofDepartment === undefined || ticket.department === ofDepartment) &&
    (wanted.state === undefined || ticket.state === wanted.state) &&
    (wanted.department === undefined || ticket.department === wanted.department) &&
    (wanted.area === undefined || isBelow(smallDistrict.areas, ticket.area, wanted.area)) &&
    (wanted.category === undefined || isBelow(smallDistrict.categories, ticket.category, wanted.category)) &&
    (wanted.desk === undefined || isForDesk(ticket) === wanted.desk) &&
    (wanted.kind === undefined || ticket.kind === wanted.kind) &&
    (wanted.channel === undefined || ticket.channel === wanted.channel) &&
    (wanted.urgent === undefined || ticket.urgent === wanted.urgent) &&
    (wanted.doubt === undefined || (ticket.danger?.outcome === 'doubt') === wanted.doubt) &&
    (wanted.dueBefore === undefined || (due !== undefined && due < wanted.dueBefore)) &&
    (wanted.openedFrom === undefined || ticket.openedAt >= wanted.openedFrom) &&
    (wanted.openedBefore === undefined || ticket.openedAt < wanted.openedBefore) &&
    (wanted.phoneKey === undefined ||
      (ticket.phoneKey === wanted.phoneKey && (viewer === 'supervisor' || ticket.reporter.confidential !== true)))
  );
};

export const orderOf = (ticket: Ticket, order: 'age' | 'due'): string => {
  const rank = ticket.urgent ? 'a' : ticket.danger ? 'b' : 'c';
  return `${order === 'due' ? (dueOf(ticket) ?? '~') : rank} ${ticket.openedAt} ${ticket.number}`;
};
