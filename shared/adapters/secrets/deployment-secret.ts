import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretOf } from '#adapters/keyed-seal.ts';
import { secretsClient } from './signing-secrets.ts';

/** A secret that is shorter could be guessed. */
const LEAST_LENGTH = 32;

/**
 * The secret of the deployment, which is read once and never changes: rows are found by keys that are made with it. What it
 * gives throws when the secret can't be read, or is too short.
 */
export const deploymentSecret = (secretId: string, client: SecretsManagerClient = secretsClient()): SecretOf => {
  let reading: Promise<string> | undefined;
  const read = async (): Promise<string> => {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString.length < LEAST_LENGTH) throw new Error(`the secret ${secretId} has less than ${LEAST_LENGTH} characters`);
    return SecretString;
  };
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined;
      throw error;
    });
    return reading;
  };
};
