import type * as z from 'zod';
import type { HttpContract } from '#contracts/http/http-contract.ts';
import type { TicketView } from '#contracts/http/ticket-view.ts';

type Any = HttpContract<any, any, any, any, any>;

/** The body that an operation takes. */
export type BodyOf<C extends Any> =
  C extends HttpContract<any, any, any, infer B, any> ? (B extends z.ZodType ? z.input<B> : never) : never;

/** What an operation answers when it did what was asked. */
export type AnswerOf<C extends Any> =
  C extends HttpContract<any, any, any, any, infer R>
    ? { [S in keyof R]: R[S] extends z.ZodType ? z.output<R[S]> : never }[keyof R]
    : never;

/** One page of a list of such tickets. */
export interface PageOf<V extends z.ZodType> {
  tickets: (z.output<V> & { gone?: TicketView['gone'] })[];
  cursor?: string;
  unreadable?: number;
}
