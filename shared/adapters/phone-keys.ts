import type { PhoneKeys } from '#ports/phone-keys.ts';
import { keyedSeal, type SecretOf } from './keyed-seal.ts';

/** 128 bits: no two numbers of a country meet, and it is short in every row. */
const KEY_LENGTH = 22;

/** Keys of telephone numbers, made with the deployment's secret. */
export const secretPhoneKeys = (secretOf: SecretOf): PhoneKeys => {
  const seal = keyedSeal(secretOf);
  return { of: async (phone) => (await seal(`telephone ${phone}`)).slice(0, KEY_LENGTH) };
};
