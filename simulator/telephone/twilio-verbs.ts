import { randomBytes } from 'node:crypto';
import type { Caller } from './caller.ts';
import { readTwiml, type Verb } from './twiml-reader.ts';

/** What Twilio posts: a form. */
export type Form = Record<string, string>;

/** What Twilio posts next, and where. */
export interface Next {
  action: string;
  form: Form;
}

/** Undefined when the verb is done with and the next one is carried out. */
export type Outcome = Next | 'over' | undefined;

/** A call as far as its verbs need it. */
export interface TwilioCall {
  /** The whole address of the number's voice webhook, where a verb without an action leads. */
  door: string;
  caller: Caller;
  /** Posts to an address of the hotline. Gives the document that it answers with. */
  send(address: string, form: Form): Promise<string>;
  /** A new recording, as Twilio reports it. */
  makeRecording(): Form;
  /** Where the recordings of the whole call are reported, once it is over. */
  recordsTo: string[];
}

type Does = (call: TwilioCall, verb: Verb) => Promise<Outcome>;

/** How often a caller who waits is looked after, and for how long at most. */
const WAIT_SECONDS = 10;
const LONGEST_WAIT_SECONDS = 600;

/** An id as Twilio makes them. */
export const newSid = (letters: string): string => letters + randomBytes(16).toString('hex');

const say = ({ caller }: TwilioCall, verbs: readonly Verb[]): void => {
  for (const { name, text } of verbs) if (name === 'Say') caller.hear(text);
};

const gather: Does = async (call, { attributes, children }) => {
  say(call, children);
  const { action = call.door, numDigits, input = 'dtmf', finishOnKey = '#', actionOnEmptyResult } = attributes;
  const hears = input.split(' ').includes('speech');
  const most = Number(numDigits ?? Number.POSITIVE_INFINITY);
  const answer = await call.caller.answer({ what: hears ? 'words' : 'keys', keys: most });
  if ('hangUp' in answer) return 'over';
  if ('keys' in answer) return { action, form: { Digits: answer.keys.split(finishOnKey)[0] ?? '', FinishedOnKey: '' } };
  if ('speech' in answer && hears) return { action, form: { SpeechResult: answer.speech, Confidence: '0.9' } };
  return actionOnEmptyResult === 'true' ? { action, form: {} } : undefined;
};

const record: Does = async (call, { attributes: { action = call.door } }) => {
  const answer = await call.caller.answer({ what: 'message' });
  if ('keys' in answer) return { action, form: { ...call.makeRecording(), Digits: answer.keys.slice(0, 1) } };
  if ('recording' in answer) return { action, form: { ...call.makeRecording(), Digits: '#' } };
  if (!('hangUp' in answer)) return undefined;
  // Nothing was said: a recording of no length is reported all the same.
  await call.send(action, { ...call.makeRecording(), RecordingDuration: '0', Digits: 'hangup', CallStatus: 'completed' });
  return 'over';
};

const dial: Does = async (call, { attributes: { action = call.door } }) => {
  const answer = await call.caller.answer({ what: 'agent' });
  if (!('agent' in answer)) return 'over';
  const answered: Form = answer.agent === 'completed' ? { DialCallSid: newSid('CA'), DialCallDuration: '61' } : {};
  return { action, form: { DialCallStatus: answer.agent, ...answered } };
};

const leaving = (QueueResult: string, seconds: number): Form => ({ QueueResult, QueueTime: String(seconds) });

/** One round of waiting in a queue. Whether the hotline's document lets the caller leave it. */
const waitOnce = async (call: TwilioCall, queue: string, waitUrl: string, seconds: number): Promise<boolean> => {
  const form = { QueueSid: `QU-${queue}`, QueueTime: String(seconds), QueuePosition: '1', CurrentQueueSize: '1' };
  const waiting = readTwiml(await call.send(waitUrl, form));
  say(call, waiting);
  return waiting.some(({ name }) => name === 'Leave');
};

const enqueue: Does = async (call, { attributes: { action = call.door, waitUrl = '' }, text }) => {
  const answer = await call.caller.answer({ what: 'agent' });
  for (let seconds = 0; seconds <= LONGEST_WAIT_SECONDS; seconds += WAIT_SECONDS) {
    if (await waitOnce(call, text, waitUrl, seconds)) return { action, form: leaving('leave', seconds) };
    if ('agent' in answer && answer.agent === 'completed') return { action, form: leaving('bridged', seconds) };
    if ('hangUp' in answer) {
      await call.send(action, { ...leaving('hangup', seconds), CallStatus: 'completed' });
      return 'over';
    }
  }
  throw new Error('a caller waits in the queue for ever');
};

/** What each verb does. */
const VERBS: Record<string, Does> = {
  Say: async (call, verb) => say(call, [verb]) as undefined,
  Pause: async () => undefined,
  Gather: gather,
  Record: record,
  Dial: dial,
  Enqueue: enqueue,
  Redirect: async (_call, { text }) => ({ action: text, form: {} }),
  Start: async ({ recordsTo }, { children }) => {
    recordsTo.push(...children.map(({ attributes }) => attributes.recordingStatusCallback ?? ''));
    return undefined;
  },
  Hangup: async () => 'over',
};

/** Carries a document out verb by verb, until one asks or sends the call elsewhere. After its last verb the call is over. */
export const carryOut = async (call: TwilioCall, document: readonly Verb[]): Promise<Next | 'over'> => {
  for (const verb of document) {
    const does = VERBS[verb.name];
    if (!does) throw new Error(`${verb.name} has no place here`);
    const outcome = await does(call, verb);
    if (outcome) return outcome;
  }
  return 'over';
};
