import * as z from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { Matter, Ticket } from '../../domain/ticket.ts';
import type { Answer } from './conversation.ts';

/** What a provider's request tells: which call, which step of it, what the caller did, and from where. */
export interface Heard {
  /** The provider's id of the call. */
  call: string;
  step: number;
  answer: Answer;
  /** Absent when it is withheld. */
  phone?: string | undefined;
}

/** Providers spell out why they give no number on the keypad: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE. */
const WITHHELD = ['266696687', '7378742833', '2562533', '8656696', '86282452253'];

/** The caller's number, if it is one: of a SIP address its user part. */
const phoneOf = (from: string): string | undefined => {
  const number = /^(?:sips?:)?(\+?\d{3,18})(?:@.*)?$/.exec(from.replace(/[\s-]/g, ''))?.[1];
  return number === undefined || WITHHELD.includes(number.replace('+', '')) ? undefined : number;
};

const Step = z
  .string()
  .regex(/^\d{1,4}$/, 'the number of a step')
  .transform(Number)
  .default(0);
const Form = z.object({
  CallSid: z.string().regex(/^[\w.-]{8,64}$/, 'the id of a call'),
  From: z.string().default(''),
  Digits: z.string().max(32).optional(),
  SpeechResult: z
    .string()
    .transform((text) =>
      text
        .trim()
        .slice(0, Matter.maxLength ?? undefined)
        .trim()
        .toWellFormed(),
    )
    .optional(),
  RecordingUrl: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(Ticket.shape.recording.unwrap().maxLength ?? 0)])
    .optional(),
  DialCallStatus: z.string().max(32).optional(),
});

/** Parts of an answer that a redirect of ours carries along: Twilio does not send them a second time. */
const CARRIED = ['Digits', 'RecordingUrl', 'DialCallStatus'] as const;

const refuseUnless = <T>(result: z.ZodSafeParseResult<T>, part: string): T => {
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({ pointer: `/${[part, ...path].join('/')}`, detail: message }));
  throw new Refusal('request-invalid', undefined, fields);
};

/** Reads a request of Twilio's: the form in its body, the step in its URL. Throws Refusal `request-invalid`. */
export const readTwilioRequest = ({ search, body }: { search: URLSearchParams; body: string }): Heard => {
  const step = refuseUnless(Step.safeParse(search.get('step') ?? undefined), 'query/step');
  const carried = CARRIED.flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : []));
  const sent = { ...Object.fromEntries(carried), ...Object.fromEntries(new URLSearchParams(body)) };
  const { CallSid, From, Digits, SpeechResult, RecordingUrl, DialCallStatus } = refuseUnless(Form.safeParse(sent), 'body');
  const phone = phoneOf(From);
  // `hangup` is what Twilio says when a message ended because the caller put the phone down.
  const digits = Digits?.replace(/#$/, '');
  return {
    ...{ call: CallSid, step },
    answer: {
      ...(digits && digits !== 'hangup' && { digits }),
      ...(SpeechResult && { speech: SpeechResult }),
      ...(RecordingUrl && { recording: RecordingUrl }),
      ...(DialCallStatus && { dial: DialCallStatus }),
    },
    ...(phone !== undefined && { phone }),
  };
};

/** How often a step that failed is tried again before the caller is told so. */
const MOST_RETRIES = 2;

/**
 * The query with which a step that failed is asked for once more, with the answer that was given, so that a recording
 * or a key is not lost; undefined when it was tried often enough. Speech is left out: it does not fit a URL.
 */
export const queryOfRetry = ({ search, body }: { search: URLSearchParams; body: string }): string | undefined => {
  const retry = Number(search.get('retry') ?? 0) + 1;
  if (!(retry <= MOST_RETRIES)) return undefined;
  const form = new URLSearchParams(body);
  const kept = CARRIED.flatMap((name) => {
    const value = form.get(name) ?? search.get(name);
    return value ? [[name, value] as const] : [];
  });
  const query = [['step', search.get('step') ?? '0'], ['retry', String(retry)], ...kept];
  return query.map(([name, value = '']) => `${name}=${inQuery(value)}`).join('&');
};

/** Leaves as it is what a query may hold, so that no gateway on the way has a reason to write the signed URL anew. */
const inQuery = (value: string): string => encodeURIComponent(value).replace(/%(3A|2F)/g, decodeURIComponent);
