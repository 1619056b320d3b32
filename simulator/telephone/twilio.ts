import twilio from 'twilio';
import { CALLED, type Carried, MOST_STEPS, type PhoneProvider } from './provider.ts';
import { carryOut, type Form, type Next, newSid, type TwilioCall } from './twilio-verbs.ts';
import { readTwiml } from './twiml-reader.ts';
import type { Wires } from './wires.ts';

/** An account of Twilio's, and the hotline's number in it. */
export interface TwilioAccount {
  /** The whole address of the number's voice webhook. */
  door: string;
  /** What a number's status callback is set to. */
  statusCallback: string;
  authToken: string;
  accountSid: string;
  /** Where Twilio's API is, and thereby its recordings. */
  api: string;
}

/** Posts a webhook as Twilio does: a form, signed over the exact public URL by Twilio's own package. */
export const signedPost = ({ post }: Pick<Wires, 'post'>, url: string, form: Form, authToken: string) => {
  const signature = twilio.getExpectedTwilioSignature(authToken, url, form);
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-twilio-signature': signature };
  return post(url, headers, new URLSearchParams(form).toString());
};

/** Twilio signs an address letter by letter as it was given; on the wire a sign in it may be spelled otherwise. */
const asGiven = (address: string, door: string): string => (URL.canParse(address) ? address : new URL(address, door).href);

const callOf = ({ id, from, caller, wires }: Carried, account: TwilioAccount): TwilioCall => {
  const { door, authToken, accountSid, api } = account;
  const about = {
    CallSid: id,
    AccountSid: accountSid,
    From: from,
    To: CALLED,
    Direction: 'inbound',
    ApiVersion: '2010-04-01',
    CallStatus: 'in-progress',
  };
  return {
    door,
    caller,
    recordsTo: [],
    send: async (address, form) => {
      const url = asGiven(address, door);
      const { status, body } = await signedPost(wires, url, { ...about, ...form }, authToken);
      if (status >= 300) throw new Error(`${url} answered ${status}: ${body}`);
      return body;
    },
    makeRecording: () => {
      const sid = newSid('RE');
      const url = `${api}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
      return { RecordingSid: sid, RecordingUrl: url, RecordingDuration: '12' };
    },
  };
};

const carry = async (call: TwilioCall, statusCallback: string): Promise<void> => {
  let next: Next | 'over' = { action: call.door, form: { CallStatus: 'ringing' } };
  for (let step = 0; next !== 'over'; step += 1) {
    if (step > MOST_STEPS) throw new Error('the call goes in circles');
    next = await carryOut(call, readTwiml(await call.send(next.action, next.form)));
  }
  await call.send(statusCallback, { CallStatus: 'completed', CallDuration: '63' });
  for (const address of call.recordsTo) await call.send(address, { ...call.makeRecording(), RecordingStatus: 'completed' });
};

/** Twilio, for as much of it as a call to the hotline needs. */
export const twilioLine = (account: TwilioAccount): PhoneProvider => ({
  newId: () => newSid('CA'),
  carry: (call) => carry(callOf(call, account), account.statusCallback),
});
