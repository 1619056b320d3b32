import * as z from 'zod';

/** An answer that has this is passed over at a question in which these words are not said. */
const hearing = z.string().min(1).optional();

/**
 * What the person at the telephone does when something is awaited of them. Empty words of a recording are words that
 * nobody recognises; `agent` is not the caller but the line to which they are put through. `{number}` in keys is the number
 * of a ticket that the caller has.
 */
export const CallAnswer = z.union([
  z.strictObject({ hearing, keys: z.string().regex(/^(?:[\d*#]|\{number\})+$/, 'keys of a telephone') }),
  z.strictObject({ hearing, speech: z.string().min(1) }),
  z.strictObject({ hearing, recording: z.string() }),
  z.strictObject({ hearing, silence: z.literal(true) }),
  z.strictObject({ hearing, hangUp: z.literal(true) }),
  z.strictObject({ hearing, agent: z.enum(['completed', 'busy']) }),
]);
export type CallAnswer = z.infer<typeof CallAnswer>;

/** Who calls, and what they do at each question. Who has no answer left hangs up. */
export interface CallScript {
  from: string;
  answers: readonly CallAnswer[];
  /** The provider's id of the call; a new one when absent. */
  id?: string;
}

/** One request of the provider, and what it was answered. */
export interface Exchanged {
  to: string;
  sent: unknown;
  status?: number;
  answer: unknown;
  milliseconds: number;
}

/** What became of a call, as far as the caller and the provider know. */
export interface CallRecord {
  /** The provider's id of the call. */
  id: string;
  /** All that was said to the caller, in order. */
  heard: string[];
  exchange: Exchanged[];
  /** The ticket's number, if one was said. */
  number: string | undefined;
}

/** A telephone and its provider in one: plays a script to its end. */
export type Telephone = (script: CallScript) => Promise<CallRecord>;
