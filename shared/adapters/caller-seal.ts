import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { CallerSeal } from '#ports/caller-seal.ts';
import type { SecretOf } from './keyed-seal.ts';

/** AES-256-GCM, its key made of the deployment's secret by HKDF-SHA-256. */
const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, IV_BYTES, TAG_BYTES] = [32, 12, 16];

/** What a sealed text begins with: another purpose, or another version of how it is sealed, has another key. */
const PURPOSE = 'caller.1';

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, KEY_BYTES));

/** `caller.1.<iv>.<sealed text and tag>`, made with the deployment's secret. */
export const secretCallerSeal = (secretOf: SecretOf): CallerSeal => {
  const aadOf = (about: string): Buffer => Buffer.from(`${PURPOSE} ${about}`);
  return {
    seal: async (text, about) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, keyOf(await secretOf()), iv, { authTagLength: TAG_BYTES }).setAAD(aadOf(about));
      const box = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [PURPOSE, iv.toString('base64url'), box.toString('base64url')].join('.');
    },
    open: async (sealed, about) => {
      const [purpose, version, iv = '', box = '', ...more] = sealed.split('.');
      if (`${purpose}.${version}` !== PURPOSE || more.length > 0)
        throw new Error('this was not sealed in a way that is known here');
      const [start, bytes] = [Buffer.from(iv, 'base64url'), Buffer.from(box, 'base64url')];
      if (start.length !== IV_BYTES || bytes.length < TAG_BYTES) throw new Error('what was sealed is not whole');
      const decipher = createDecipheriv(CIPHER, keyOf(await secretOf()), start, { authTagLength: TAG_BYTES })
        .setAAD(aadOf(about))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
    },
  };
};
