import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { PhoneKeys } from '#ports/phone-keys.ts';
import { secretsClient } from './signing-secrets.ts';

/** 128 bits: no two numbers of a country meet, and it is short in every row. */
const KEY_LENGTH = 22;

/** A secret that is shorter could be guessed. */
const LEAST_LENGTH = 32;

/**
 * Keys made with the deployment's secret, which is read once and never changes: rows are found by these keys. Throws when
 * the secret can't be read, or is too short.
 */
export const secretPhoneKeys = (secretId: string, client: SecretsManagerClient = secretsClient()): PhoneKeys => {
  let reading: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString.length < LEAST_LENGTH) throw new Error(`the secret ${secretId} has less than ${LEAST_LENGTH} characters`);
    return SecretString;
  };
  const secret = (): Promise<string> => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
  return {
    of: async (phone) =>
      createHmac('sha256', await secret())
        .update(`telephone:${phone}`)
        .digest('base64url')
        .slice(0, KEY_LENGTH),
  };
};
