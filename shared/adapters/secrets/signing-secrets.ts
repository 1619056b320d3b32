import { GetSecretValueCommand, SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { busyWhenAway, clientSettings } from '#adapters/client-settings.ts';
import { parseJson } from '#adapters/json-text.ts';
import { systemClock } from '#adapters/system-clock.ts';
import { type Instant, plusMinutes } from '#domain/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { SigningSecrets } from '#ports/signing-secrets.ts';

/** What an operator keeps in Secrets Manager; `previous` only while a secret is being changed. */
const Secret = z.object({ current: z.string().min(1), previous: z.string().min(1).optional() });

const KEPT_MINUTES = 5;
/** After a refresh that failed: often enough to see a change soon, not so often that every call waits for it. */
const RETRY_MINUTES = 0.5;

/** A client as the functions use it. Settings are for tests, which talk to several emulators. */
export const secretsClient = (settings: SecretsManagerClientConfig = {}): SecretsManagerClient =>
  busyWhenAway(new SecretsManagerClient({ ...clientSettings(), ...settings }));

/**
 * A provider's signing secrets from Secrets Manager, read again every five minutes. When that fails the last ones stay
 * in use; throws only when none was ever read.
 */
export const storedSigningSecrets = (
  secretId: string,
  { client = secretsClient(), now = systemClock }: { client?: SecretsManagerClient; now?: Clock } = {},
): SigningSecrets => {
  let kept: { secrets: readonly string[]; until: Instant } | undefined;
  let reading: Promise<readonly string[]> | undefined;

  const read = async (): Promise<readonly string[]> => {
    try {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
      const { current, previous } = Secret.parse(parseJson(SecretString));
      const secrets = previous === undefined ? [current] : [current, previous];
      kept = { secrets, until: plusMinutes(now(), KEPT_MINUTES) };
    } catch (error) {
      if (!kept) throw error;
      kept = { ...kept, until: plusMinutes(now(), RETRY_MINUTES) };
    }
    return kept.secrets;
  };

  return async () => {
    if (kept && now() < kept.until) return kept.secrets;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };
};
