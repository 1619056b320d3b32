import { readTwilioRequest as readAt } from '#channels/twilio/request.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

export const DOOR = 'https://hotline.example/voice/twilio';
export const NUMBER = 'LZ261123048212';
export const RECORDING = 'https://api.twilio.example/2010-04-01/Accounts/AC0/Recordings/RE0';
const BASE = { CallSid: 'CA0123456789', From: '+8613800135678', To: '+8610000000090' };

/** A request as Twilio sends it, as a form. */
export const request = (query: string, form: Record<string, string>) => ({
  search: new URLSearchParams(query),
  body: new URLSearchParams({ ...BASE, ...form }).toString(),
});

/** The same in JSON. */
export const inJson = (query: string, form: Record<string, unknown>) => ({
  search: new URLSearchParams(query),
  body: JSON.stringify({ ...BASE, ...form }),
});

/** What such a request says in the small district. */
export const readTwilioRequest = (sent: Parameters<typeof readAt>[0]) => readAt(sent, smallDistrict.telephone);
