import { randomUUID } from 'node:crypto';
import schema from '@jambonz/schema';
import specifications from '@jambonz/verb-specifications';
import type { Caller } from './caller.ts';
import type { CallAnswer } from './script.ts';

/** A verb of jambonz: its name, and what belongs to it. */
export type Verb = { verb: string; [name: string]: any };

/** What jambonz posts: JSON. */
export type Payload = Record<string, unknown>;

/** What jambonz posts next, and where. */
export interface Next {
  hook: string;
  payload: Payload;
}

/** Undefined when the verb is done with and the next one is carried out. */
export type Outcome = Next | 'over' | undefined;

/** A call as far as its verbs need it. */
export interface JambonzCall {
  caller: Caller;
  /** What every webhook says of the call. */
  about: { call_sid: string; account_sid: string; call_id: string } & Payload;
  isRecorded: boolean;
  /** A tone before listening is what makes a message of it to the caller. */
  toneWasPlayed: boolean;
  /** Posts to an address of the hotline. Gives what it answers. */
  post(address: string, payload: Payload): Promise<string>;
  /** Posts the state of the call, or of another leg of it, to the call status webhook. */
  report(payload: Payload): Promise<string>;
}

type Does = (call: JambonzCall, verb: Verb) => Promise<Outcome>;

const WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 600;

/** The verbs of an answer. Throws unless both of jambonz' own packages find them in order. */
export const readVerbs = (answer: string): Verb[] => {
  const verbs = JSON.parse(answer);
  if (!Array.isArray(verbs)) throw new Error(`no array of verbs: ${answer}`);
  if (verbs.length === 0) return [];
  const { valid, errors } = schema.validateApp(verbs);
  if (!valid) throw new Error(`no verbs of jambonz: ${JSON.stringify(errors)} in ${answer}`);
  specifications.validate({ info: () => undefined }, verbs);
  return verbs;
};

const speechOf = (transcript: string): Payload => {
  const alternatives = [{ transcript, confidence: 0.9 }];
  return { reason: 'speechDetected', speech: { language_code: 'zh-CN', channel_tag: 1, is_final: true, alternatives } };
};

/** What jambonz reports of an answer to a gather. */
const gathered = (answer: CallAnswer, hears: boolean, finishOnKey: string): Payload => {
  if ('keys' in answer) return { reason: 'dtmfDetected', digits: answer.keys.split(finishOnKey)[0] ?? '' };
  const words = 'speech' in answer ? answer.speech : 'recording' in answer ? answer.recording : undefined;
  if (words === undefined || !hears) return { reason: 'timeout' };
  return words === '' ? { reason: 'stt-low-confidence' } : speechOf(words);
};

const gather: Does = async (call, { actionHook, input = ['digits'], numDigits, finishOnKey = ' ', say }) => {
  if (say?.text) call.caller.hear(say.text);
  const hears = input.includes('speech');
  const what = call.toneWasPlayed ? 'message' : hears ? 'words' : 'keys';
  const answer = await call.caller.answer({ what, ...(numDigits !== undefined && { keys: numDigits }) });
  call.toneWasPlayed = false;
  return 'hangUp' in answer ? 'over' : { hook: actionHook, payload: gathered(answer, hears, finishOnKey) };
};

const dial: Does = async ({ caller, about, report }, { actionHook }) => {
  const answer = await caller.answer({ what: 'agent' });
  if (!('agent' in answer)) return 'over';
  const leg = randomUUID();
  // The end of the other leg is reported at the same address as that of the call.
  await report({
    call_sid: leg,
    parent_call_sid: about.call_sid,
    direction: 'outbound',
    call_status: answer.agent,
    duration: 61,
  });
  const sip_status = answer.agent === 'busy' ? 486 : 200;
  return { hook: actionHook, payload: { dial_call_sid: leg, dial_call_status: answer.agent, dial_sip_status: sip_status } };
};

/** One round of waiting in a queue. Whether the hotline's verbs let the caller leave it. */
const waitOnce = async (call: JambonzCall, waitHook: string, queue_sid: string, queue_time: number): Promise<boolean> => {
  const { call_sid, call_id } = call.about;
  const sparse = { queue_sid, queue_time, queue_size: 1, queue_position: 0, call_sid, call_id };
  const waiting = readVerbs(await call.post(waitHook, sparse));
  for (const { verb, text } of waiting) if (verb === 'say') call.caller.hear(text);
  return waiting.some(({ verb }) => verb === 'leave');
};

const enqueue: Does = async (call, { actionHook, waitHook, name }) => {
  const answer = await call.caller.answer({ what: 'agent' });
  const queue_sid = `queue:${call.about.account_sid}:${name}`;
  const leaves = (queue_result: string, queue_time: number): Next => ({
    hook: actionHook,
    payload: { queue_sid, queue_time, queue_result },
  });
  for (let seconds = 0; seconds <= LONGEST_WAIT_SECONDS; seconds += WAIT_SECONDS) {
    if (await waitOnce(call, waitHook, queue_sid, seconds)) return leaves('leave', seconds);
    if ('agent' in answer && answer.agent === 'completed') return leaves('bridged', seconds);
    if ('hangUp' in answer) return 'over';
  }
  throw new Error('a caller waits in the queue for ever');
};

/** What each verb does. */
const VERBS: Record<string, Does> = {
  say: async ({ caller }, { text }) => caller.hear(text) as undefined,
  pause: async () => undefined,
  play: async (call, { url }) => {
    call.toneWasPlayed = String(url).startsWith('tone_stream:');
    return undefined;
  },
  config: async (call, { record }) => {
    call.isRecorded ||= record?.action === 'startCallRecording';
    return undefined;
  },
  gather,
  dial,
  enqueue,
  redirect: async (_call, { actionHook }) => ({ hook: actionHook, payload: {} }),
  hangup: async () => 'over',
};

/** Carries verbs out, until one asks or sends the call elsewhere. After the last one the call is over. */
export const carryOut = async (call: JambonzCall, document: readonly Verb[]): Promise<Next | 'over'> => {
  for (const verb of document) {
    const does = VERBS[verb.verb];
    if (!does) throw new Error(`the stand-in knows no ${verb.verb}`);
    const outcome = await does(call, verb);
    if (outcome) return outcome;
  }
  return 'over';
};
