import type { LookUp } from '#domain/tickets/look-up.ts';

/**
 * The code of a look-up, six digits: the same each time that it is asked for, another one for each moment at which a code
 * was asked for. It is kept nowhere, and without the deployment's secret nobody can make it.
 */
export interface LookUpCodes {
  of(lookUp: Pick<LookUp, 'number' | 'phoneKey' | 'askedAt'>): Promise<string>;
}
