import * as z from 'zod';
import type { Telephony } from '#ports/telephony.ts';
import { askTwilio, type TwilioAccount } from './twilio-api.ts';

const Made = z.object({ sid: z.string() });

const PATIENCE_SECONDS = 5;

/** A person who says nothing waits so long in silence; the provider's default is half a minute. */
const DETECTION_SECONDS = '6';

/** Rings and texts through Twilio's REST API (2010-04-01), from one of the account's own numbers. */
export const twilioTelephony = (account: TwilioAccount & { from: string }, { seconds = PATIENCE_SECONDS } = {}): Telephony => {
  const create = async (resource: string, fields: Record<string, string>): Promise<string> => {
    const url = `${account.api}/2010-04-01/Accounts/${account.account}/${resource}.json`;
    const wish = { method: 'POST', body: new URLSearchParams(fields), redirect: 'error', seconds } as const;
    const response = await askTwilio(account, url, wish);
    return Made.parse(await response.json()).sid;
  };
  return {
    ring: async (to, { answerUrl, statusUrl, ringSeconds, detectsMachines = false }) => ({
      call: await create('Calls', {
        To: to,
        From: account.from,
        Url: answerUrl,
        Method: 'POST',
        Timeout: String(ringSeconds),
        StatusCallback: statusUrl,
        StatusCallbackMethod: 'POST',
        StatusCallbackEvent: 'completed',
        ...(detectsMachines && { MachineDetection: 'Enable', MachineDetectionTimeout: DETECTION_SECONDS }),
      }),
    }),
    text: async (to, words) => ({ message: await create('Messages', { To: to, From: account.from, Body: words }) }),
  };
};
