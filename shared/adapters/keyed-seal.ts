import { createHmac } from 'node:crypto';
import type { LeaseSeal } from '#ports/lease-seal.ts';

/** A LeaseSeal with a secret of the deployment (HMAC-SHA-256), which is read when it is first needed. */
export const keyedSeal = (secretOf: () => Promise<string>): LeaseSeal => {
  let reading: Promise<string> | undefined;
  return async (text) => {
    reading ??= secretOf().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return createHmac('sha256', await reading)
      .update(text)
      .digest('base64url');
  };
};
