import type { RecordingSource, Sound } from '#ports/recordings.ts';
import { askTwilio, type TwilioAccount } from './twilio-api.ts';

/** More than an hour of a telephone's sound. It is held whole, some of it twice, in the memory of a function: 512 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Less than the function has. */
const PATIENCE_SECONDS = 45;

/** Reads sound to its end. Throws as soon as there is more than may be, whatever its length was said to be. */
const soundIn = async ({ headers, body }: Response, most: number): Promise<Sound> => {
  const parts: Uint8Array[] = [];
  let left = most;
  for await (const part of body ?? []) {
    left -= part.length;
    if (left < 0) throw new Error('this recording is too long');
    parts.push(part);
  }
  const type = headers.get('content-type') ?? '';
  return { bytes: Buffer.concat(parts), type: type.startsWith('audio/') ? type : 'audio/wav' };
};

/** Where its sound is: an address without an ending gives a description of it. */
const soundAt = (address: string): string => {
  const url = new URL(address);
  if (!/\.(?:wav|mp3)$/i.test(url.pathname)) url.pathname += '.wav';
  return url.href;
};

/** What Twilio recorded. The account's token goes to its API alone, whatever address a request may have named. */
export const twilioRecordings = (account: TwilioAccount, { most = MOST_BYTES } = {}): RecordingSource => ({
  fetch: async (url) => {
    if (new URL(url).origin !== new URL(account.api).origin) throw new Error('this recording is not at the phone provider');
    return soundIn(await askTwilio(account, soundAt(url), { redirect: 'follow', seconds: PATIENCE_SECONDS }), most);
  },
});
