import type * as z from 'zod';
import type { RefusalCode } from '#domain/errors.ts';
import { gettersOnce } from '#domain/once.ts';
import type { CommandName } from '#domain/tickets/commands.ts';
import type { Role } from '#domain/tickets/ticket-words.ts';

/** Roles that people can have; `system` is nobody. */
export type PersonRole = Exclude<Role, 'system'>;

/** A part of a request that a contract may leave out; it is then refused if it is sent. */
type Part = z.ZodType | undefined;
type HeaderPart = z.ZodObject | undefined;

/**
 * One operation of the API: the one fact from which come its route, its authorisation, the checking of what comes in,
 * the stripping of what goes out, the handler's types and its place in openapi.json.
 */
export interface HttpContract<
  Params extends Part = Part,
  Query extends Part = Part,
  Headers extends HeaderPart = HeaderPart,
  Body extends Part = Part,
  Responses extends Record<number, z.ZodType> = Record<number, z.ZodType>,
> {
  /** The function's name and the operationId. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** `/tickets/{number}`; every `{…}` is a property of params. */
  path: string;
  summary: string;
  /** Who may call it at all; what of it they may see is the domain's rule. Empty for one that is open. */
  roles: readonly PersonRole[];
  params?: Params;
  query?: Query;
  /** Only the headers that mean something to the operation, in lower case. Each may stand once, so none holds a comma; Accept-Language alone is a list. */
  headers?: Headers;
  body?: Body;
  responses: Responses;
  /** The commands that it gives to the ticket in its path, each by its own roles: `actions` of a ticket names them. */
  carriesOut?: readonly CommandName[];
  /** Clients may keep its answer so long, and then ask whether it is still the same: it carries the header ETag. */
  keptSeconds?: number;
  /** Its answers carry the header Retry-After: after so many seconds it is worth asking again. */
  saysWhenToAskAgain?: true;
  /** Anybody may call it, without signing in. Made by `openContract` alone. */
  isOpen?: true;
  /** The refusals that are this operation's own, beside those that every operation may answer. */
  refusals: readonly RefusalCode[];
}

/** The parts of a contract that are schemas. */
const SCHEMAS = ['params', 'query', 'headers', 'body', 'responses'] as const satisfies (keyof HttpContract)[];

/**
 * Declares a contract and keeps its schemas' types. They are written as getters, and made when the first request asks for
 * them: a start serves all operations of an audience, and mostly one of them.
 */
export const httpContract = <
  const P extends Part = undefined,
  const Q extends Part = undefined,
  const H extends HeaderPart = undefined,
  const B extends Part = undefined,
  const R extends Record<number, z.ZodType> = Record<number, z.ZodType>,
>(
  contract: HttpContract<P, Q, H, B, R>,
): HttpContract<P, Q, H, B, R> => {
  gettersOnce(contract, SCHEMAS);
  return contract;
};

/** Declares a contract of an operation that anybody may call without signing in: nobody is known to call it. */
export const openContract = <
  const P extends Part = undefined,
  const Q extends Part = undefined,
  const H extends HeaderPart = undefined,
  const B extends Part = undefined,
  const R extends Record<number, z.ZodType> = Record<number, z.ZodType>,
>(
  contract: Omit<HttpContract<P, Q, H, B, R>, 'roles' | 'isOpen'>,
): HttpContract<P, Q, H, B, R> & { isOpen: true } => {
  // A copy by a spread would make the schemas.
  const open = Object.assign(contract, { roles: [], isOpen: true } as const);
  gettersOnce(open, SCHEMAS);
  return open;
};

type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type In<T> = T extends z.ZodType ? z.input<T> : undefined;

/** Who calls, as the token said and the authorizer checked. */
export interface Caller {
  /** The person's, by issuer and subject: `personId`. */
  id: string;
  role: PersonRole;
  /** Only for the role department. */
  department?: string;
}

/** A checked request of a contract. */
export interface HttpRequest<C> {
  params: C extends HttpContract<infer P, any, any, any, any> ? Out<P> : never;
  query: C extends HttpContract<any, infer Q, any, any, any> ? Out<Q> : never;
  headers: C extends HttpContract<any, any, infer H, any, any> ? Out<H> : never;
  body: C extends HttpContract<any, any, any, infer B, any> ? Out<B> : never;
  /** Nobody where the operation is open. */
  caller: C extends { isOpen: true } ? undefined : Caller;
  correlationId: string;
}

/** An answer that a contract allows: one of its statuses with that status's body. */
export type HttpAnswer<C> =
  C extends HttpContract<any, any, any, any, infer R>
    ? { [S in keyof R]: { status: S; body: In<R[S]>; headers?: Record<string, string> } }[keyof R]
    : never;

/** What a handler of a contract is. */
export type HttpHandler<C> = (request: HttpRequest<C>) => Promise<HttpAnswer<C>>;
