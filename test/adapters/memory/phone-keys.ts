import type { PhoneKeys } from '#ports/phone-keys.ts';

/** A key that tests can name: a letter for each digit. */
export const keyOfPhone = (phone: string): string =>
  `key-${phone.replace('+', '').replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}`;

export const memoryPhoneKeys: PhoneKeys = { of: async (phone) => keyOfPhone(phone) };
