import * as z from 'zod';
import type { HttpContract, HttpHandler } from '#contracts/http/http-contract.ts';
import type { District } from '#domain/district/district.ts';
import type { Clock, RandomBelow } from '#ports/clock.ts';
import type { PortName, Touched, Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';

/** What every operation may use beside the ports that it touches. */
export interface Standing {
  district: District;
  now: Clock;
  randomBelow: RandomBelow;
}

/** One operation of the API: its contract, what it touches, and its story. */
export interface Operation<C extends HttpContract<any, any, any, any, any> = any, T extends Touches = any> {
  contract: C;
  touches: T;
  handler: (needs: Touched<T> & Standing) => HttpHandler<C>;
}

/** Declares an operation: `operation(contract, { store: ['get'] }).handledBy(({ store }) => async (request) => …)`. */
export const operation = <C extends HttpContract<any, any, any, any, any>, const T extends Touches>(contract: C, touches: T) => ({
  handledBy: (handler: Operation<C, T>['handler']): Operation<C, T> => ({ contract, touches, handler }),
});

/** Of a union of objects one that is all of them. */
type AllOf<Union> = (Union extends unknown ? (given: Union) => void : never) extends (given: infer All) => void ? All : never;

/** The needs of several operations together: a root that leaves one out does not compile. */
export type NeedsOf<O extends readonly Operation[]> = AllOf<O[number] extends infer One ? NeedsOfOne<One> : never> & Standing;
type NeedsOfOne<O> = O extends Operation<any, infer T> ? Touched<T> : never;

/** Gives each operation its needs: what serves it, beside its contract. */
export const serve = <const O extends readonly Operation[]>(operations: O, needs: NeedsOf<O>) =>
  operations.map(({ contract, handler }) => ({ contract, handle: handler(needs as never) }));

/** What several operations touch together: the ports of all, and of each port the methods of all. */
export const touchesOf = (operations: readonly Pick<Operation, 'touches'>[]): Touches => {
  const all: Partial<Record<PortName, true | string[]>> = {};
  for (const { touches } of operations) {
    for (const [port, methods] of Object.entries(touches as Touches) as [PortName, true | readonly string[]][]) {
      const known = all[port];
      all[port] = methods === true ? true : [...new Set([...(Array.isArray(known) ? known : []), ...methods])];
    }
  }
  return all as Touches;
};

/** What all of these operations touch, by its type. */
type TouchesOf<O extends readonly Operation[]> = {
  [Port in PortsOfOne<O[number]>]: NonNullable<Touches[Port]>;
};
type PortsOfOne<O> = O extends Operation<any, infer T> ? keyof T & PortName : never;

/** The environment of a function that serves these operations: what they touch, and the claim of a token that holds groups. */
export const apiEnvironment = <const O extends readonly Operation[]>(operations: O) =>
  environmentOf(touchesOf(operations) as TouchesOf<O>, { GROUPS_CLAIM: z.string().min(1) });
