import { Telephone } from '#domain/telephone/telephone.ts';

/** A telephone of the tests. Throws where it is not written in its one form. */
export const telephone = (number: string): Telephone => Telephone.parse(number);
