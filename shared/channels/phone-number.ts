import { callerIn } from '#domain/telephone/caller.ts';
import type { TelephoneHome } from '#domain/telephone/home.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';

/** The telephone at the other end of a call, by what a provider says; undefined when it is withheld, or nobody's telephone. */
export const phoneOf = (address: string, home: TelephoneHome): Telephone | undefined => {
  const caller = callerIn(address, home);
  return caller.is === 'telephone' ? caller.telephone : undefined;
};
