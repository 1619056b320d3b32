import type { Telephone } from '#domain/telephone/telephone.ts';

/**
 * Names telephones without their numbers: one number has one key in a deployment, and without the deployment's secret
 * nobody finds the number of a key.
 */
export interface PhoneKeys {
  of(phone: Telephone): Promise<string>;
}
