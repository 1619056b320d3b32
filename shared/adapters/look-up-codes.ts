import type { LookUpCodes } from '#ports/look-up-codes.ts';
import { keyedSeal, type SecretOf } from './keyed-seal.ts';

const DIGITS = 6;
/** Of so many bytes: then no code is noticeably likelier than another. */
const BYTES = 6;

/** Codes of look-ups, made with the deployment's secret. */
export const secretLookUpCodes = (secretOf: SecretOf): LookUpCodes => {
  const seal = keyedSeal(secretOf);
  return {
    of: async ({ number, phoneKey, askedAt }) => {
      const sealed = Buffer.from(await seal(`look-up-code ${number} ${phoneKey} ${askedAt}`), 'base64url');
      return String(sealed.readUIntBE(0, BYTES) % 10 ** DIGITS).padStart(DIGITS, '0');
    },
  };
};
