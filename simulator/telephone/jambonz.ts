import { createHmac, randomUUID } from 'node:crypto';
import schema from '@jambonz/schema';
import specifications from '@jambonz/verb-specifications';
import { CALLED, type Carried, MOST_STEPS, type PhoneProvider } from './provider.ts';
import { recordingOfSilence } from './silence.ts';

type Verb = { verb: string; [name: string]: any };
type Payload = Record<string, unknown>;

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

interface Next {
  hook: string;
  payload: Payload;
}
type Outcome = Next | 'over' | undefined;

const WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 600;

/** One call as jambonz carries it. */
const callOf = ({ id, from, caller, wires }: Carried, application: JambonzApplication) => {
  const { door, statusHook, webhookSecret, now = Date.now } = application;
  const about = {
    ...{ call_sid: id, account_sid: randomUUID(), application_sid: randomUUID(), direction: 'inbound', from, to: CALLED },
    ...{ call_id: randomUUID(), sip_status: 200, sip_reason: 'OK', call_status: 'in-progress', trace_id: randomUUID() },
  };
  let isRecorded = false;
  /** A tone before listening is what makes a message of it to the caller. */
  let toneWasPlayed = false;

  const post = async (address: string, payload: Payload): Promise<string> => {
    const url = new URL(address, door).href;
    const body = JSON.stringify(payload);
    const signature = jambonzSignature(webhookSecret, body, Math.floor(now() / 1000));
    const answer = await wires.post(url, { 'content-type': 'application/json', 'jambonz-signature': signature }, body);
    if (answer.status >= 300) throw new Error(`${url} answered ${answer.status}: ${answer.body}`);
    return answer.body;
  };
  const tell = (payload: Payload): Promise<string> => post(statusHook, { ...about, ...payload });

  const gather = async ({ actionHook, input = ['digits'], numDigits, finishOnKey, say }: Verb): Promise<Outcome> => {
    if (say?.text) caller.hear(say.text);
    const hears = input.includes('speech');
    const answer = await caller.answer({
      what: toneWasPlayed ? 'message' : hears ? 'words' : 'keys',
      ...(numDigits !== undefined && { keys: numDigits }),
    });
    toneWasPlayed = false;
    const because = (reason: string, more: Payload = {}): Next => ({ hook: actionHook, payload: { reason, ...more } });
    if ('hangUp' in answer) return 'over';
    if ('keys' in answer) return because('dtmfDetected', { digits: answer.keys.split(finishOnKey ?? ' ')[0] ?? '' });
    const words = 'speech' in answer ? answer.speech : 'recording' in answer ? answer.recording : undefined;
    if (words === undefined || !hears) return because('timeout');
    if (words === '') return because('stt-low-confidence');
    const alternatives = [{ transcript: words, confidence: 0.9 }];
    return because('speechDetected', { speech: { language_code: 'zh-CN', channel_tag: 1, is_final: true, alternatives } });
  };

  const dial = async ({ actionHook }: Verb): Promise<Outcome> => {
    const answer = await caller.answer({ what: 'agent' });
    if (!('agent' in answer)) return 'over';
    const leg = randomUUID();
    // The end of the other leg is told at the same address as that of the call.
    await tell({ call_sid: leg, parent_call_sid: id, direction: 'outbound', call_status: answer.agent, duration: 61 });
    const status = { dial_call_sid: leg, dial_call_status: answer.agent, dial_sip_status: answer.agent === 'busy' ? 486 : 200 };
    return { hook: actionHook, payload: status };
  };

  const enqueue = async ({ actionHook, waitHook, name }: Verb): Promise<Outcome> => {
    const answer = await caller.answer({ what: 'agent' });
    const queue_sid = `queue:${about.account_sid}:${name}`;
    const leaves = (queue_result: string, queue_time: number): Next => ({
      hook: actionHook,
      payload: { queue_sid, queue_time, queue_result },
    });
    for (let queue_time = 0; queue_time <= LONGEST_WAIT_SECONDS; queue_time += WAIT_SECONDS) {
      const sparse = { queue_sid, queue_time, queue_size: 1, queue_position: 0, call_sid: id, call_id: about.call_id };
      const waiting = readVerbs(await post(waitHook, sparse));
      for (const { verb, text } of waiting) if (verb === 'say') caller.hear(text);
      if (waiting.some(({ verb }) => verb === 'leave')) return leaves('leave', queue_time);
      if ('agent' in answer && answer.agent === 'completed') return leaves('bridged', queue_time);
      if ('hangUp' in answer) return 'over';
    }
    throw new Error('a caller waits in the queue for ever');
  };

  const verbs: Record<string, (verb: Verb) => Promise<Outcome>> = {
    say: async ({ text }) => caller.hear(text) as undefined,
    pause: async () => undefined,
    play: async ({ url }) => {
      toneWasPlayed = String(url).startsWith('tone_stream:');
      return undefined;
    },
    config: async ({ record }) => {
      isRecorded ||= record?.action === 'startCallRecording';
      return undefined;
    },
    gather,
    dial,
    enqueue,
    redirect: async ({ actionHook }) => ({ hook: actionHook, payload: {} }),
    hangup: async () => 'over',
  };

  const carryOut = async (document: readonly Verb[]): Promise<Next | 'over'> => {
    for (const verb of document) {
      const doIt = verbs[verb.verb];
      if (!doIt) throw new Error(`the stand-in knows no ${verb.verb}`);
      const outcome = await doIt(verb);
      if (outcome) return outcome;
    }
    return 'over';
  };

  return async (): Promise<void> => {
    let next: Next | 'over' = { hook: door, payload: { call_status: 'trying', sip_status: 100, sip_reason: 'Trying' } };
    for (let step = 0; next !== 'over'; step += 1) {
      if (step > MOST_STEPS) throw new Error('the call goes in circles');
      const document = readVerbs(await post(next.hook, { ...about, ...next.payload }));
      if (step === 0) await tell({});
      next = await carryOut(document);
    }
    await tell({ call_status: 'completed', call_termination_by: 'caller', duration: 63 });
    if (!isRecorded) return;
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
    await wires.keep(`${day}/${id}.wav`, recordingOfSilence());
  };
};

/** jambonz, for as much of it as a call to the hotline needs. */
export const jambonzLine = (application: JambonzApplication): PhoneProvider => ({
  newId: randomUUID,
  carry: (call) => callOf(call, application)(),
});
