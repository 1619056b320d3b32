import { documentClient } from './dynamodb/document-client.ts';
import { tableAdapters } from './dynamodb/table-adapters.ts';
import { secretPhoneKeys } from './secrets/phone-keys.ts';

/** The real parts of what ends calls behind the doors: the tickets' table, and keys of telephone numbers. */
export const endingAdapters = (env: { TICKETS_TABLE: string; PHONE_KEYS_SECRET: string }, client = documentClient()) => ({
  ...tableAdapters(env, client),
  phoneKeys: secretPhoneKeys(env.PHONE_KEYS_SECRET),
});
