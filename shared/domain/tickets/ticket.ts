import * as z from 'zod';
import { DangerNote } from '#domain/district/danger/danger-note.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { Mark, Schedule } from '#domain/district/schedule.ts';
import { Instant } from '#domain/instant.ts';
import { TicketState } from './states.ts';
import { TicketNumber } from './ticket-number.ts';
import { Channel } from './ticket-words.ts';

/** What the reporter wants done, in their words. Never logged. */
export const Matter = z.string().trim().min(1).max(10_000);

/** What may be known about who asked without looking at the contact, which is kept apart. */
export const Reporter = z.looseObject({
  /** Names the person's account, `user:<subject>`; absent for a caller without one. */
  key: z.string().max(260).optional(),
  /** Name and number are hidden from the department. */
  anonymous: z.boolean(),
  /** 保密: nobody but a supervisor sees who asked or hears their voice; implies anonymous. */
  confidential: z.boolean().optional(),
  maskedPhone: z.string().optional(),
});

/** Name and number of who asked. In a row of its own: no list, no message and no department's answer touches it. */
export const Contact = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  phone: z.string().max(20).optional(),
});
export type Contact = z.infer<typeof Contact>;

/** What was done, as the reporter reads it. */
export const Outcome = z.string().trim().min(1).max(10_000);

/** What a reporter adds to a ticket that is open. */
export const Addition = z.string().trim().min(1).max(2000);
export const MOST_ADDITIONS = 50;

/** 评单: solved or not, one to five stars, a sentence. */
export const Rating = z.strictObject({
  solved: z.boolean(),
  stars: z.int().min(1).max(5),
  comment: z.string().trim().min(1).max(500).optional(),
});
export type Rating = z.infer<typeof Rating>;

/** How a matter that was spoken was sorted without a person: by which words, and what an agent should look at again. */
export const Sorting = z.looseObject({
  words: z.array(z.string().max(40)).max(10),
  unsure: z.array(z.enum(['category', 'area', 'matter'])).max(3),
});
export type Sorting = z.infer<typeof Sorting>;

/** Why the phone provider will never ring or text a number, by the code of its own list. */
export const RefusalCodeOfProvider = z.string().min(1).max(20);

/** 回访: when a reporter without an account was rung to ask what became of it, and when that is due next. */
export const ReporterCalls = z.looseObject({
  tries: z.array(Instant).max(5),
  nextAt: Instant.optional(),
  /** So often in vain that nobody will ring again. */
  unreached: z.boolean().optional(),
  /** The phone provider will never ring this number: why, by its code. */
  refused: RefusalCodeOfProvider.optional(),
});
export type ReporterCalls = z.infer<typeof ReporterCalls>;

/** No ladder of duty numbers has so many. */
export const MOST_DUTY_STEPS = 20;
/** So many steps of ladders that were left stay with the ticket. */
export const MOST_FORMER_STEPS = 10;

/** Which step of a ladder of duty it is, from 1. */
export const DutyStepNumber = z.int().min(1);

/** So many other tickets of which a call tells stand in its step by their numbers. */
export const MOST_LISTED = 50;

/** Somebody on duty who was rung: of which department, or of the `district` or its `desk`. */
export const DutyStep = z.looseObject({
  of: z.string(),
  name: z.string(),
  /** The number as staff may see it. */
  phone: z.string(),
  at: Instant,
  /** The provider will not ring this number. */
  refused: z.boolean().optional(),
  /** The provider took no call, or did not say so: this step is taken once more. */
  putOff: z.boolean().optional(),
  /** How often it was put off. */
  putOffs: z.int().min(1).optional(),
  /** The provider did not say whether it took a call: it may have rung before it is taken once more. */
  mayHaveRung: z.boolean().optional(),
  /** Other tickets of which the same call told. */
  also: z.array(TicketNumber).max(MOST_LISTED).optional(),
  /** Of so many other tickets the same call told, where they are more than are listed. */
  more: z.int().min(1).optional(),
  /** It was another ticket's call that told of this one. */
  with: TicketNumber.optional(),
  /** Of a ladder that was left, for another department or another understanding: it began again after this step. */
  former: z.boolean().optional(),
});

export type DutyStep = z.infer<typeof DutyStep>;

/** 值班: who on duty was rung for a ticket, who took it, and when the next one is to be rung. */
export const DutyCalls = z.looseObject({
  steps: z.array(DutyStep).max(MOST_DUTY_STEPS + MOST_FORMER_STEPS),
  /** So many steps of ladders that were left are kept no more: the first one here has the number after theirs. */
  dropped: z.int().min(1).optional(),
  /** When the ladder began, or began again: an acceptance from before was of another understanding. */
  begunAt: Instant.optional(),
  nextAt: Instant.optional(),
  /** It waits until a telephone may be rung once more for its reporter; a call for them tells of it before that. */
  held: z.boolean().optional(),
  /** The name of who pressed 1. */
  takenBy: z.string().optional(),
  /** In which step they were rung. */
  takenIn: DutyStepNumber.optional(),
  /** The department, which had accepted it before the ladder began, has accepted it once more. */
  accepted: z.boolean().optional(),
  /** All were rung in vain. */
  unanswered: z.boolean().optional(),
});
export type DutyCalls = z.infer<typeof DutyCalls>;

/** 工单: one matter, from intake to closing. */
export const Ticket = z.strictObject({
  number: TicketNumber,
  /** Counts the ticket's events; every write names the version that it saw. */
  version: z.int().min(1),
  state: TicketState,
  kind: TicketKind,
  category: z.string(),
  channel: Channel,
  matter: Matter,
  /** Where in the deployment's own bucket lies what the caller said: `recordings/<provider>/<call>/<recording>`. */
  recording: z.string().max(500).optional(),
  sorting: Sorting.optional(),
  danger: DangerNote.optional(),
  area: z.string(),
  place: z.string().max(200).optional(),
  urgent: z.boolean(),
  reporter: Reporter,
  openedAt: Instant,
  schedule: Schedule,
  cards: z.array(Mark),
  /** When something was last corrected on which limits and cards depend. */
  correctedAt: Instant.optional(),
  department: z.string().optional(),
  /** The routing rule that named the department, or `by-hand`. */
  rule: z.string().optional(),
  unit: z.string().optional(),
  dispatchedAt: Instant.optional(),
  /** When the department that has it accepted it. */
  acceptedAt: Instant.optional(),
  /** From when the limit of accepting is counted, where another department had it before; else it is the opening. */
  acceptFrom: Instant.optional(),
  resolvedAt: Instant.optional(),
  closedAt: Instant.optional(),
  /** 直接办结: the agent's answer at intake ended it; no department was asked. */
  answeredDirectly: z.boolean(),
  outcome: z.string().optional(),
  returns: z.array(z.strictObject({ department: z.string(), reason: z.string(), at: Instant })),
  /** The departments that had it when a supervisor gave it to another one, each once, by the last time. */
  takenFrom: z.array(z.looseObject({ department: z.string(), at: Instant })).optional(),
  /** What the reporter added later. */
  additions: z.array(z.strictObject({ text: Addition, at: Instant })),
  rating: Rating.extend({ at: Instant }).optional(),
  reporterCalls: ReporterCalls.optional(),
  duty: DutyCalls.optional(),
});
export type Ticket = z.infer<typeof Ticket>;

/** A phone number as staff may see it: `138****5678`; a short one keeps only its last two digits. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/^\+86/, '').replace(/\D/g, '');
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
};

/** Whether two numbers ring the same telephone, however they are written: with +86, 0086, 0 or nothing before them. */
export const isSamePhone = (one: string, other: string): boolean => nationalNumber(one) === nationalNumber(other);

/** A number without what may stand before it: +86, 0086 or 0. */
export const nationalNumber = (phone: string): string =>
  phone
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/^86(?=\d{9})/, '');
