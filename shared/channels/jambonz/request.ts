import * as z from 'zod';
import { type Asked, readAddress, retryAt, saidInUrl } from '#channels/addresses.ts';
import { dialIn } from '#channels/dial-results.ts';
import type { Heard } from '#channels/heard.ts';
import { CallId, DialResult, Keys, Words } from '#channels/heard-words.ts';
import { phoneOf } from '#channels/phone-number.ts';
import { jsonIn, refuseUnless } from '#channels/refuse-unless.ts';
import type { TelephoneHome } from '#domain/telephone/home.ts';

/** A request as jambonz sends it; nothing in it is to be believed before its signature was checked. */
interface Sent {
  search: URLSearchParams;
  body: string;
}

const Word = z.string().max(64).optional();
const Payload = z.object({
  call_sid: CallId.optional(),
  parent_call_sid: Word,
  direction: Word,
  call_status: Word,
  reason: Word,
  from: z.string().default(''),
  to: z.string().default(''),
  digits: Keys.optional(),
  speech: z.object({ alternatives: z.array(z.object({ transcript: Words.optional() })).optional() }).optional(),
  dial_call_status: DialResult.optional(),
  queue_result: DialResult.optional(),
  queue_time: z.int().min(0).optional(),
});
type Payload = z.infer<typeof Payload>;

/** What an answer is made of; a redirect of ours carries it along, since jambonz does not send it a second time. */
interface Told {
  reason?: string | undefined;
  digits?: string | undefined;
  speech?: string | undefined;
  dial?: string | undefined;
}

const Carried = z.object({ reason: Word, digits: Keys.optional(), speech: Words.optional(), dial: DialResult.optional() });
const CARRIED = Object.keys(Carried.shape);

const toldIn = (payload: Payload): Told => {
  const { reason, digits, speech, dial_call_status, queue_result } = payload;
  const told = { reason, digits, speech: speech?.alternatives?.[0]?.transcript, dial: queue_result ?? dial_call_status };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
};

/** Something was said, whether or not it was understood; after `timeout` and `error` nobody knows of a message. */
const SPOKEN = ['speechDetected', 'stt-low-confidence'];

/** Of keys only # ends a message, as its caller is asked to do; it is not among the digits. Any other key says nothing. */
const isLeft = ({ reason = '', digits = '' }: Told): boolean =>
  SPOKEN.includes(reason) || (reason === 'dtmfDetected' && digits === '');

const answerOf = (told: Told, call: string, message: boolean) => ({
  ...(told.digits && { digits: told.digits }),
  ...(told.speech && { speech: told.speech }),
  // jambonz puts the recording of a call into our own bucket, under a name that holds the call's id.
  ...(message && isLeft(told) && { recording: call }),
  ...(told.dial && { dial: dialIn('jambonz', told.dial).dial }),
});

/** Calls that end so have ended. */
const ENDED = ['completed', 'failed', 'busy', 'no-answer'];

/** Legs to agents are told of at the same address; that they end says nothing of the caller's call. */
const hasEnded = ({ call_status = '', parent_call_sid, direction }: Payload, { rates }: Asked): boolean =>
  ENDED.includes(call_status) && !parent_call_sid && (direction !== 'outbound' || rates !== undefined);

const payloadIn = (body: string): Payload => refuseUnless(Payload.safeParse(jsonIn(body)), 'body');
const Seconds = z.int('a number of seconds');

/** Reads a request of jambonz: JSON. Throws Refusal `request-invalid`. */
export const readJambonzRequest = ({ search, body }: Sent, home: TelephoneHome): Heard => {
  const asked = readAddress(search);
  const payload = payloadIn(body);
  // Who waits in a queue is told of with little more than how long.
  if (asked.what === 'waiting') {
    const seconds = refuseUnless(Seconds.safeParse(payload.queue_time), 'body/queue_time');
    return { call: payload.call_sid ?? '', what: 'waiting', seconds };
  }
  const call = refuseUnless(CallId.safeParse(payload.call_sid), 'body/call_sid');
  const phone = phoneOf(payload.direction === 'outbound' ? payload.to : payload.from, home);
  const known = { call, ...(phone !== undefined && { phone }) };
  const rates = asked.rates === undefined ? {} : { rates: asked.rates };
  if (asked.what === 'ended')
    return hasEnded(payload, asked) ? { ...known, what: 'ended', ...rates } : { ...known, what: 'news' };
  if (asked.what === 'recorded') return { ...known, what: 'news' };
  const carried = Object.fromEntries(CARRIED.flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : [])));
  const told = { ...refuseUnless(Carried.safeParse(carried), 'query'), ...toldIn(payload) };
  const { unknownDial } = dialIn('jambonz', told.dial);
  const answer = answerOf(told, call, asked.message);
  return { ...known, what: 'step', step: asked.step, answer, ...(unknownDial && { unknownDial }), ...rates };
};

const readable = (body: string): Told => {
  try {
    return toldIn(payloadIn(body));
  } catch {
    return {};
  }
};

/** Where a request is made once more, with what was answered; undefined when it was tried often enough. Never throws. */
export const retryOfJambonz = (door: string, { search, body }: Sent): string | undefined => {
  const before = Object.fromEntries(CARRIED.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])));
  const { speech, ...told }: Told = { ...before, ...readable(body) };
  return retryAt(door, search, { ...told, speech: speech && saidInUrl(speech) });
};
