import { storedSigningSecrets } from '#adapters/secrets/signing-secrets.ts';
import type { Telephony } from '#ports/telephony.ts';
import { twilioTelephony } from './telephony.ts';
import { currentOf } from './twilio-api.ts';

/** What the environments of all functions that ring or text name. */
interface TelephonyEnvironment {
  SIGNING_SECRET: string;
  PHONE_ACCOUNT?: string | undefined;
  CALLER_ID?: string | undefined;
  PHONE_API: string;
}

/** The telephony that an environment names; undefined where it names no account or no number. */
export const telephonyOf = ({
  SIGNING_SECRET,
  PHONE_ACCOUNT,
  CALLER_ID,
  PHONE_API,
}: TelephonyEnvironment): Telephony | undefined => {
  if (PHONE_ACCOUNT === undefined || CALLER_ID === undefined) return undefined;
  const authToken = currentOf(storedSigningSecrets(SIGNING_SECRET));
  return twilioTelephony({ account: PHONE_ACCOUNT, authToken, api: PHONE_API, from: CALLER_ID });
};
