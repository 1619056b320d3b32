import { secretCallerSeal } from './caller-seal.ts';
import { documentClient } from './dynamodb/document-client.ts';
import { tableAdapters } from './dynamodb/table-adapters.ts';
import { secretPhoneKeys } from './phone-keys.ts';
import { deploymentSecret } from './secrets/deployment-secret.ts';

/** The real parts of what ends calls behind the doors: the tickets' table, keys of telephone numbers, and sealed callers. */
export const endingAdapters = (env: { TICKETS_TABLE: string; DEPLOYMENT_SECRET: string }, client = documentClient()) => {
  const secretOf = deploymentSecret(env.DEPLOYMENT_SECRET);
  return { ...tableAdapters(env, client), phoneKeys: secretPhoneKeys(secretOf), callerSeal: secretCallerSeal(secretOf) };
};
