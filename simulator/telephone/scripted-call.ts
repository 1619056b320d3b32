import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { TicketKind } from '#domain/district/kinds.ts';
import { TicketState } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { Rating, Sorting } from '#domain/tickets/ticket.ts';
import { PlainFailure } from '#local/plain-failure.ts';
import { projectFolder } from '#local/project-folder.ts';
import { CallAnswer } from './script.ts';

const text = z.string().min(1);

const Phone = z.string().regex(/^\+\d{3,15}$/);

const ExpectedTicket = z
  .strictObject({
    kind: TicketKind,
    category: text,
    area: text,
    place: text,
    matter: text,
    // Which words speak for it is learnt, and may change with each model.
    sorting: Sorting().pick({ unsure: true }),
    urgent: z.boolean(),
    anonymous: z.boolean(),
    confidential: z.boolean(),
    /** What was added to it, in words. */
    additions: z.array(text),
  })
  .partial();

/** What must have become of a call. Without a ticket here it must have opened none; the same for a call-back. */
const Outcome = z.strictObject({
  /** Whether it counts as connected. */
  connected: z.boolean(),
  ticket: ExpectedTicket.optional(),
  /** Sooner or later the caller can be listened to from the ticket. */
  recorded: z.literal(true).optional(),
  callBack: z
    .strictObject({ reason: z.enum(['hung-up', 'no-agent']), kind: TicketKind, matter: text, area: text, place: text })
    .partial()
    .optional(),
  /** What became of the ticket that was given. */
  given: z.strictObject({ state: TicketState, rating: Rating.partial() }).partial().optional(),
  /** What was said to the caller, in this order; and what was not. */
  heard: z.array(text).default([]),
  unheard: z.array(text).default([]),
});
export type Outcome = z.infer<typeof Outcome>;

/** A ticket of the telephone that calls, unless another one is named. */
const GivenTicket = z.strictObject({
  kind: TicketKind,
  category: text,
  area: text,
  matter: text,
  state: z.enum(['dispatched', 'resolved']),
  phone: Phone.optional(),
});
export type GivenTicket = z.infer<typeof GivenTicket>;

/** A call that is written down, with the outcome that it must have at each provider. */
export const ScriptedCall = z.strictObject({
  title: text,
  from: Phone,
  /** A ticket from before the call; `{number}` in keys is its number. */
  given: GivenTicket.optional(),
  /** Others, which were opened before that one. */
  others: z.array(GivenTicket).default([]),
  answers: z.array(CallAnswer).min(1),
  expects: Outcome,
  /** Where nobody at the desk can be reached, if that makes a difference. */
  expectsWithoutDesk: Outcome.optional(),
});
export type ScriptedCall = z.infer<typeof ScriptedCall>;

const folder = join(projectFolder, 'events/voice/calls');

/** Reads a script. Throws a PlainFailure for a key that is misspelt, or anything else that makes no sense. */
export const readScriptedCall = (file: string): ScriptedCall => {
  if (!existsSync(file)) throw new PlainFailure(`There is no file ${file}; scripts of calls are in events/voice/calls.`);
  const { data, error } = ScriptedCall.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (error) throw new PlainFailure(`${file} is no script of a call:\n${z.prettifyError(error)}`);
  return data;
};

/** Every script of the project by its name, in the order of the files. */
export const readScriptedCalls = (): [name: string, call: ScriptedCall][] =>
  readdirSync(folder)
    .sort()
    .map((file) => [basename(file, '.json'), readScriptedCall(join(folder, file))]);

/** The answers with the number of the ticket that was given: its digits. */
export const answersWith = (answers: readonly CallAnswer[], number = ''): CallAnswer[] =>
  answers.map((answer) =>
    'keys' in answer ? { ...answer, keys: answer.keys.replace('{number}', number.replace(/\D/g, '')) } : answer,
  );

/** A ticket as outcomes speak of it; in the view of staff what is known of the reporter stands beside the rest. */
export const factsOfTicket = ({ additions, reporter, ...ticket }: Partial<Ticket> & Record<string, unknown>) => ({
  ...reporter,
  ...ticket,
  additions: (additions ?? []).map((addition) => addition.text),
});

/** The first of these words that was not said after the ones before it; undefined when all were. */
export const missingIn = (heard: readonly string[], words: readonly string[]): string | undefined => {
  let left = heard.join(' ');
  for (const word of words) {
    const at = left.indexOf(word);
    if (at < 0) return word;
    left = left.slice(at + word.length);
  }
  return undefined;
};
