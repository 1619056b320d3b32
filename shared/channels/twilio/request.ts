import * as z from 'zod';
import { readAddress, retryAt, saidInUrl } from '#channels/addresses.ts';
import { dialIn } from '#channels/dial-results.ts';
import type { Heard, MadeRecording } from '#channels/heard.ts';
import { CallId, DialResult, Keys, Words } from '#channels/heard-words.ts';
import { phoneOf } from '#channels/phone-number.ts';
import { jsonIn, refuseUnless } from '#channels/refuse-unless.ts';
import type { TelephoneHome } from '#domain/telephone/home.ts';

/** A request as Twilio sends it; nothing in it is to be believed before its signature was checked. */
interface Sent {
  search: URLSearchParams;
  body: string;
}

const Word = z.string().max(64).optional();
const Form = z.object({
  CallSid: CallId,
  ParentCallSid: Word,
  From: z.string().default(''),
  To: z.string().default(''),
  Direction: Word,
  CallStatus: Word,
  AnsweredBy: Word,
  RecordingStatus: Word,
  Digits: Keys.optional(),
  SpeechResult: Words.optional(),
  RecordingDuration: Word,
  RecordingSid: z.union([z.literal(''), z.string().regex(/^[\w-]{2,64}$/, 'the id of a recording')]).optional(),
  RecordingUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).optional(),
  DialCallStatus: DialResult.optional(),
  QueueResult: DialResult.optional(),
  QueueTime: z.string().optional(),
});
type Form = z.infer<typeof Form>;

/** Parts of an answer that a redirect of ours carries along: Twilio does not send them a second time. */
const CARRIED = [
  'Digits',
  'RecordingUrl',
  'RecordingSid',
  'RecordingDuration',
  'DialCallStatus',
  'QueueResult',
  'SpeechResult',
] as const;

const Json = z.record(z.string(), z.unknown());

/** The parameters of a body, which is a form, or JSON where that was asked for. */
const parametersIn = (body: string): Record<string, string> => {
  if (!body.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(body));
  const values = Object.entries(refuseUnless(Json.safeParse(jsonIn(body)), 'body'));
  return Object.fromEntries(values.flatMap(([name, value]) => (isPlain(value) ? [[name, String(value)]] : [])));
};
const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** A recording is known by its id, which its address ends with. One of no length holds nothing. */
const RecordingId = z.string().regex(/^[\w.-]{2,100}$/, 'an address that ends with the id of a recording');
const recordingOf = ({ RecordingUrl, RecordingSid, RecordingDuration }: Form): MadeRecording | undefined => {
  if (!RecordingUrl || /^0+(?:\.0+)?$/.test(RecordingDuration ?? '')) return undefined;
  const end = new URL(RecordingUrl).pathname
    .split('/')
    .at(-1)
    ?.replace(/\.(?:wav|mp3)$/i, '');
  return { id: refuseUnless(RecordingId.safeParse(RecordingSid || end), 'body/RecordingUrl'), url: RecordingUrl };
};

/** A call that has one of these is over. */
const ENDED = ['completed', 'busy', 'failed', 'no-answer', 'canceled'];

/** Legs to agents have calls of their own; that they end says nothing of the caller's. */
const hasEnded = ({ CallStatus = '', ParentCallSid, Direction }: Form): boolean =>
  ENDED.includes(CallStatus) && !ParentCallSid && Direction !== 'outbound-dial';

/** Only of calls that we make, and ask it for: machine_start, machine_end_beep…, or fax. Anything else may be a person. */
const isMachine = ({ Direction, AnsweredBy = '' }: Form): boolean =>
  Direction === 'outbound-api' && (AnsweredBy.startsWith('machine') || AnsweredBy === 'fax');

const stepOf = (form: Form) => {
  const { Digits, SpeechResult } = form;
  const recording = recordingOf(form);
  const { dial, unknownDial } = dialIn('twilio', form.QueueResult || form.DialCallStatus);
  // `hangup` is what Twilio says when a message ended because the caller put the phone down.
  const digits = Digits === 'hangup' ? undefined : Digits;
  const answer = {
    ...(digits && { digits }),
    ...(SpeechResult && { speech: SpeechResult }),
    ...(recording && { recording: recording.id }),
    ...(dial && { dial }),
    ...(isMachine(form) && { machine: 'yes' }),
  };
  return { answer, ...(recording && { recording }), ...(unknownDial && { unknownDial }) };
};

/** Reads a request of Twilio's. Throws Refusal `request-invalid`. */
export const readTwilioRequest = ({ search, body }: Sent, home: TelephoneHome): Heard => {
  const { what, step, rates, duty } = readAddress(search);
  const carried = CARRIED.flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : []));
  const form = refuseUnless(Form.safeParse({ ...Object.fromEntries(carried), ...parametersIn(body) }), 'body');
  const phone = phoneOf(form.Direction === 'outbound-api' ? form.To : form.From, home);
  const known = { call: form.CallSid, ...(phone !== undefined && { phone }) };
  const asked = { ...(rates !== undefined && { rates }), ...(duty !== undefined && { duty }) };
  switch (what) {
    case 'ended':
      return hasEnded(form) ? { ...known, what, ...asked } : { ...known, what: 'news' };
    case 'waiting':
      return { ...known, what, seconds: Number(refuseUnless(Seconds.safeParse(form.QueueTime), 'body/QueueTime')) };
    case 'recorded': {
      const recording = form.RecordingStatus === 'completed' ? recordingOf(form) : undefined;
      return recording ? { ...known, what, recording } : { ...known, what: 'news' };
    }
    case 'step':
      return { ...known, what, step, ...stepOf(form), ...asked };
  }
};
const Seconds = z.string().regex(/^\d{1,6}$/, 'a number of seconds');

const readable = (body: string): Record<string, string> => {
  try {
    return parametersIn(body);
  } catch {
    return {};
  }
};

/** Where a request is made once more, with what was answered; undefined when it was tried often enough. Never throws. */
export const retryOfTwilio = (door: string, { search, body }: Sent): string | undefined => {
  const sent = readable(body);
  const answered = CARRIED.flatMap((name) => {
    const value = sent[name] || search.get(name);
    return value ? [[name, name === 'SpeechResult' ? saidInUrl(value) : value]] : [];
  });
  return retryAt(door, search, Object.fromEntries(answered));
};
