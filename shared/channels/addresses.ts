import * as z from 'zod';
import { beginningOf } from '#domain/text/beginning.ts';
import { TicketNumber } from '#domain/tickets/ticket-number.ts';
import type { Line } from './heard.ts';
import { refuseUnless } from './refuse-unless.ts';

/*
 * What a provider's call to a door means stands in the query of the address that it was given:
 *   ?step=N         the answer to a step; without it the call begins
 *   ?ended=yes      the call's status, ?waiting=yes: the caller waits in a queue, ?recorded=yes: a recording is ready
 *   &rates=NUMBER   the hotline made the call itself, to ask about this ticket
 *   &duty=NUMBER-N  the same, to ask who is on duty whether they take this ticket: step N of its ladder
 *   &message=yes    a message was being recorded
 *   &retry=N        the hotline asks itself for this once more, and brings along what was answered
 */

const Yes = z.literal('yes', 'yes or nothing').optional();
const Query = z.object({
  step: z
    .string()
    .regex(/^\d{1,4}$/, 'the number of a step')
    .transform(Number)
    .default(0),
  ended: Yes,
  waiting: Yes,
  recorded: Yes,
  message: Yes,
  rates: TicketNumber.optional(),
  duty: z
    .string()
    .regex(/-[1-9]\d?$/, 'the number of a ticket and a step of its ladder')
    .refine((duty) => TicketNumber.safeParse(duty.replace(/-\d+$/, '')).success, 'the number of a ticket')
    .optional(),
});

/** Which of its addresses a provider called. */
export interface Asked {
  what: 'step' | 'ended' | 'waiting' | 'recorded';
  step: number;
  message: boolean;
  rates?: string | undefined;
  duty?: string | undefined;
}

const MEANINGS = ['step', 'ended', 'waiting', 'recorded', 'message', 'rates', 'duty'] as const;

/** Reads the query of an address. Throws Refusal `request-invalid`. */
export const readAddress = (search: URLSearchParams): Asked => {
  const given = MEANINGS.flatMap((name) => (search.has(name) ? [[name, search.get(name)]] : []));
  const query = refuseUnless(Query.safeParse(Object.fromEntries(given)), 'query');
  const { step, rates, duty, message } = query;
  const what = query.ended ? 'ended' : query.waiting ? 'waiting' : query.recorded ? 'recorded' : 'step';
  return { what, step, message: message === 'yes', ...(rates !== undefined && { rates }), ...(duty !== undefined && { duty }) };
};

/**
 * Leaves as it is what a query may hold, so that no gateway on the way has a reason to write the signed URL anew. An
 * apostrophe is encoded: a provider would sign it plain and send it encoded.
 */
const inQuery = (value: string): string =>
  encodeURIComponent(value.toWellFormed())
    .replace(/%(3A|2F)/g, (sign) => decodeURIComponent(sign))
    .replaceAll("'", '%27');

/** An address with more in its query; what is undefined is left out. */
export const withQuery = (address: string, query: Record<string, string | undefined>): string => {
  const more = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${inQuery(value)}`]));
  return more.length === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${more.join('&')}`;
};

/** The addresses of a step of a call: where its answer goes, and what happens beside it. `door` is the door's whole URL. */
export const lineTo = (door: string, step: number, rates: string | undefined, duty?: string): Omit<Line, 'desk'> => ({
  action: withQuery(door, { step: String(step), rates, duty }),
  waiting: withQuery(door, { waiting: 'yes' }),
  recorded: withQuery(door, { recorded: 'yes' }),
});

/** The addresses of a call that the hotline makes to ask about a ticket: what is asked first, and where its status is told. */
export const ringingFrom = (door: string, rates: string): { answerUrl: string; statusUrl: string } => ({
  answerUrl: withQuery(door, { rates }),
  statusUrl: withQuery(door, { ended: 'yes', rates }),
});

/** The same of a call to who is on duty, about a step of a ticket's ladder. */
export const ringingDutyFrom = (door: string, number: string, step: number): { answerUrl: string; statusUrl: string } => ({
  answerUrl: withQuery(door, { duty: `${number}-${step}` }),
  statusUrl: withQuery(door, { ended: 'yes', duty: `${number}-${step}` }),
});

/** The same address, for a step at which a message is recorded. */
export const messageAt = (action: string): string => withQuery(action, { message: 'yes' });

/** How often a step that failed is tried again before the caller is told so. */
const MOST_RETRIES = 2;

/** So much of what was said fits a URL. */
const MOST_SAID = { signs: 300, bytes: 900 };

/**
 * Where a request is made once more, with what was answered: the provider does not send that a second time. Undefined
 * when it was tried often enough.
 */
export const retryAt = (
  door: string,
  search: URLSearchParams,
  answered: Record<string, string | undefined>,
): string | undefined => {
  const retry = Number(search.get('retry') ?? 0) + 1;
  if (!(retry <= MOST_RETRIES)) return undefined;
  const meaning = Object.fromEntries(MEANINGS.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? '']] : [])));
  return withQuery(door, { ...(search.has('step') ? {} : { step: '0' }), ...meaning, retry: String(retry), ...answered });
};

/** Speech as it is brought along in a URL. */
export const saidInUrl = (words: string): string => beginningOf(words.trim(), MOST_SAID).trim();
