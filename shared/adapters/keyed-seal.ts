import { createHmac } from 'node:crypto';
import type { LeaseSeal } from '#ports/lease-seal.ts';

/** Gives the secret of the deployment. */
export type SecretOf = () => Promise<string>;

/** HMAC-SHA-256 of a text with the deployment's secret. Each use of the secret begins its texts with a word of its own. */
export const keyedSeal =
  (secretOf: SecretOf): LeaseSeal =>
  async (text) =>
    createHmac('sha256', await secretOf())
      .update(text)
      .digest('base64url');
