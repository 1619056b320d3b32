import { documentClient } from './dynamodb/document-client.ts';
import { tableAdapters } from './dynamodb/table-adapters.ts';
import { secretPhoneKeys } from './phone-keys.ts';
import { deploymentSecret } from './secrets/deployment-secret.ts';

/** The real parts of what ends calls behind the doors: the tickets' table, and keys of telephone numbers. */
export const endingAdapters = (env: { TICKETS_TABLE: string; DEPLOYMENT_SECRET: string }, client = documentClient()) => ({
  ...tableAdapters(env, client),
  phoneKeys: secretPhoneKeys(deploymentSecret(env.DEPLOYMENT_SECRET)),
});
