import type * as z from 'zod';
import type { HttpContract } from '#contracts/http/http-contract.ts';
import type { StaffList, StaffListChanges } from '#contracts/http/staff-list.ts';
import type { StaffTicketSummary, TicketView } from '#contracts/http/ticket-view.ts';

type Any = HttpContract<any, any, any, any, any>;

/** The body that an operation takes. */
export type BodyOf<C extends Any> =
  C extends HttpContract<any, any, any, infer B, any> ? (B extends z.ZodType ? z.input<B> : never) : never;

/** What an operation answers when it did what was asked. */
export type AnswerOf<C extends Any> =
  C extends HttpContract<any, any, any, any, infer R>
    ? { [S in keyof R]: R[S] extends z.ZodType ? z.output<R[S]> : never }[keyof R]
    : never;

/** A ticket in a list, with what stands beside its ids. */
export type ListedAs<V extends () => z.ZodType> = z.output<ReturnType<V>> & Pick<TicketView, 'names' | 'actions' | 'gone'>;

/** One page of a list of such tickets. */
export interface PageOf<V extends () => z.ZodType> {
  tickets: ListedAs<V>[];
  cursor?: string | undefined;
  unreadable?: number | undefined;
}

/** A ticket in a list of the staff's. */
export type StaffListed = ListedAs<typeof StaffTicketSummary>;

/** One page of a list of the staff's; what is of the whole list stands on the first page. */
export type StaffPage = PageOf<typeof StaffTicketSummary> &
  Pick<z.output<ReturnType<typeof StaffList>>, 'total' | 'counts' | 'changes'>;

/** What changed in such a list. */
export type StaffChanges = Omit<z.output<ReturnType<typeof StaffListChanges>>, 'tickets'> & { tickets: StaffListed[] };
