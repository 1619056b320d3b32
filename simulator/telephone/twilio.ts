import { randomBytes } from 'node:crypto';
import twilio from 'twilio';
import { CALLED, type Carried, MOST_STEPS, type PhoneProvider } from './provider.ts';
import { readTwiml, type Verb } from './twiml-reader.ts';
import type { Wires } from './wires.ts';

export type Form = Record<string, string>;

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

const newSid = (letters: string): string => letters + randomBytes(16).toString('hex');

/** What Twilio posts next, and where. */
interface Next {
  action: string;
  form: Form;
}
/** Undefined when the verb is done with and the next one is carried out. */
type Outcome = Next | 'over' | undefined;

/** How often a caller who waits is looked after, and for how long at most. */
const WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 600;

/** One call as Twilio carries it. */
const callOf = ({ id, from, caller, wires }: Carried, { door, statusCallback, authToken, accountSid, api }: TwilioAccount) => {
  const about = { CallSid: id, AccountSid: accountSid, From: from, To: CALLED, Direction: 'inbound', ApiVersion: '2010-04-01' };
  const recordsTo: string[] = [];

  const send = async (address: string, form: Form): Promise<string> => {
    // Twilio signs the address letter by letter as it was given; on the wire a sign in it may be spelled otherwise.
    const url = URL.canParse(address) ? address : new URL(address, door).href;
    const { status, body } = await signedPost(wires, url, { ...about, CallStatus: 'in-progress', ...form }, authToken);
    if (status >= 300) throw new Error(`${url} answered ${status}: ${body}`);
    return body;
  };
  const madeRecording = (): Form => {
    const sid = newSid('RE');
    const url = `${api}/2010-04-01/Accounts/${accountSid}/Recordings/${sid}`;
    return { RecordingSid: sid, RecordingUrl: url, RecordingDuration: '12' };
  };
  const say = (verbs: readonly Verb[]): void => {
    for (const { name, text } of verbs) if (name === 'Say') caller.hear(text);
  };

  const gather = async ({ attributes, children }: Verb): Promise<Outcome> => {
    say(children);
    const { action = door, numDigits, input = 'dtmf', finishOnKey = '#', actionOnEmptyResult } = attributes;
    const hears = input.split(' ').includes('speech');
    const most = Number(numDigits ?? Number.POSITIVE_INFINITY);
    const answer = await caller.answer({ what: hears ? 'words' : 'keys', keys: most });
    if ('hangUp' in answer) return 'over';
    if ('keys' in answer) return { action, form: { Digits: answer.keys.split(finishOnKey)[0] ?? '', FinishedOnKey: '' } };
    if ('speech' in answer && hears) return { action, form: { SpeechResult: answer.speech, Confidence: '0.9' } };
    return actionOnEmptyResult === 'true' ? { action, form: {} } : undefined;
  };

  const record = async ({ attributes: { action = door } }: Verb): Promise<Outcome> => {
    const answer = await caller.answer({ what: 'message' });
    if ('keys' in answer) return { action, form: { ...madeRecording(), Digits: answer.keys.slice(0, 1) } };
    if ('recording' in answer) return { action, form: { ...madeRecording(), Digits: '#' } };
    if (!('hangUp' in answer)) return undefined;
    await send(action, { ...madeRecording(), Digits: 'hangup', CallStatus: 'completed' });
    return 'over';
  };

  const dial = async ({ attributes: { action = door } }: Verb): Promise<Outcome> => {
    const answer = await caller.answer({ what: 'agent' });
    if (!('agent' in answer)) return 'over';
    const answered: Form = answer.agent === 'completed' ? { DialCallSid: newSid('CA'), DialCallDuration: '61' } : {};
    return { action, form: { DialCallStatus: answer.agent, ...answered } };
  };

  const enqueue = async ({ attributes: { action = door, waitUrl = '' }, text }: Verb): Promise<Outcome> => {
    const answer = await caller.answer({ what: 'agent' });
    const leaves = (QueueResult: string, seconds: number): Form => ({ QueueResult, QueueTime: String(seconds) });
    for (let seconds = 0; seconds <= LONGEST_WAIT_SECONDS; seconds += WAIT_SECONDS) {
      const queue = { QueueSid: `QU-${text}`, QueueTime: String(seconds), QueuePosition: '1', CurrentQueueSize: '1' };
      const waiting = readTwiml(await send(waitUrl, queue));
      say(waiting);
      if (waiting.some(({ name }) => name === 'Leave')) return { action, form: leaves('leave', seconds) };
      if ('agent' in answer && answer.agent === 'completed') return { action, form: leaves('bridged', seconds) };
      if ('hangUp' in answer) {
        await send(action, { ...leaves('hangup', seconds), CallStatus: 'completed' });
        return 'over';
      }
    }
    throw new Error('a caller waits in the queue for ever');
  };

  const verbs: Record<string, (verb: Verb) => Promise<Outcome>> = {
    Say: async (verb) => say([verb]) as undefined,
    Pause: async () => undefined,
    Gather: gather,
    Record: record,
    Dial: dial,
    Enqueue: enqueue,
    Redirect: async ({ text }) => ({ action: text, form: {} }),
    Start: async ({ children }) => {
      recordsTo.push(...children.map(({ attributes }) => attributes.recordingStatusCallback ?? ''));
      return undefined;
    },
    Hangup: async () => 'over',
  };

  /** Carries a document out verb by verb, until one asks or sends the call elsewhere. After its last verb the call is over. */
  const carryOut = async (document: readonly Verb[]): Promise<Next | 'over'> => {
    for (const verb of document) {
      const doIt = verbs[verb.name];
      if (!doIt) throw new Error(`${verb.name} has no place here`);
      const outcome = await doIt(verb);
      if (outcome) return outcome;
    }
    return 'over';
  };

  return async (): Promise<void> => {
    let next: Next | 'over' = { action: door, form: { CallStatus: 'ringing' } };
    for (let step = 0; next !== 'over'; step += 1) {
      if (step > MOST_STEPS) throw new Error('the call goes in circles');
      next = await carryOut(readTwiml(await send(next.action, next.form)));
    }
    await send(statusCallback, { CallStatus: 'completed', CallDuration: '63' });
    for (const address of recordsTo) await send(address, { ...madeRecording(), RecordingStatus: 'completed' });
  };
};

/** Twilio, for as much of it as a call to the hotline needs. */
export const twilioLine = (account: TwilioAccount): PhoneProvider => ({
  newId: () => newSid('CA'),
  carry: (call) => callOf(call, account)(),
});
