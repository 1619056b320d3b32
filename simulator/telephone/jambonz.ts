import { createHmac, randomUUID } from 'node:crypto';
import { carryOut, type JambonzCall, type Next, type Payload, readVerbs } from './jambonz-verbs.ts';
import { CALLED, type Carried, MOST_STEPS, type PhoneProvider } from './provider.ts';
import { recordingOfSilence } from './silence.ts';

/** The hotline as an application of jambonz. */
export interface JambonzApplication {
  /** The whole address of the application's calling webhook, and of its call status webhook. */
  door: string;
  statusHook: string;
  webhookSecret: string;
  /** Milliseconds since 1970, which are signed too. */
  now?: () => number;
}

/** The header that jambonz signs a webhook's body with, at a moment in seconds since 1970. */
export const jambonzSignature = (secret: string, body: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;

/** Posts webhooks as jambonz does. */
const posting =
  ({ wires }: Carried, { door, webhookSecret, now = Date.now }: JambonzApplication) =>
  async (address: string, payload: Payload): Promise<string> => {
    const url = new URL(address, door).href;
    const body = JSON.stringify(payload);
    const signature = jambonzSignature(webhookSecret, body, Math.floor(now() / 1000));
    const answer = await wires.post(url, { 'content-type': 'application/json', 'jambonz-signature': signature }, body);
    if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}: ${answer.body}`);
    return answer.body;
  };

const callOf = (carried: Carried, application: JambonzApplication): JambonzCall => {
  const post = posting(carried, application);
  const about = {
    call_sid: carried.id,
    account_sid: randomUUID(),
    application_sid: randomUUID(),
    direction: 'inbound',
    from: carried.from,
    to: CALLED,
    call_id: randomUUID(),
    sip_status: 200,
    sip_reason: 'OK',
    call_status: 'in-progress',
    trace_id: randomUUID(),
  };
  return {
    caller: carried.caller,
    about,
    isRecorded: false,
    toneWasPlayed: false,
    post,
    report: (payload) => post(application.statusHook, { ...about, ...payload }),
  };
};

const carry = async (carried: Carried, application: JambonzApplication): Promise<void> => {
  const call = callOf(carried, application);
  const ringing = { call_status: 'trying', sip_status: 100, sip_reason: 'Trying' };
  let next: Next | 'over' = { hook: application.door, payload: ringing };
  for (let step = 0; next !== 'over'; step += 1) {
    if (step > MOST_STEPS) throw new Error('the call goes in circles');
    const document = readVerbs(await call.post(next.hook, { ...call.about, ...next.payload }));
    if (step === 0) await call.report({});
    next = await carryOut(call, document);
  }
  await call.report({ call_status: 'completed', call_termination_by: 'caller', duration: 63 });
  if (!call.isRecorded) return;
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  await carried.wires.keep(`${day}/${carried.id}.wav`, recordingOfSilence());
};

/** jambonz, for as much of it as a call to the hotline needs. */
export const jambonzLine = (application: JambonzApplication): PhoneProvider => ({
  newId: randomUUID,
  carry: (call) => carry(call, application),
});
