import * as z from 'zod';
import { DangerNote } from '#domain/district/danger/danger-note.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { Mark, Schedule } from '#domain/district/schedule.ts';
import { Instant } from '#domain/instant.ts';
import { MOST_PERSON_ID_LENGTH } from '#domain/person-id.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { kept } from '#domain/text/free-text.ts';
import { TicketState } from './states.ts';
import { StoodAt } from './stood-at.ts';
import { TicketNumber } from './ticket-number.ts';
import { Addition, Comment, Matter, Outcome, Place, Reason, ReporterName } from './ticket-texts.ts';
import { Channel } from './ticket-words.ts';

/** What may be known about who asked without looking at the contact, which is kept apart. */
export const Reporter = z.looseObject({
  /** Names the person's account, `user:<person>`; absent for a caller without one. */
  key: z
    .string()
    .max(MOST_PERSON_ID_LENGTH + 'user:'.length)
    .optional(),
  /** Name and number are hidden from the department. */
  anonymous: z.boolean(),
  /** 保密: nobody but a supervisor sees who asked or hears their voice; implies anonymous. */
  confidential: z.boolean().optional(),
  maskedPhone: z.string().optional(),
});

/** Name and number of who asked. In a row of its own: no list, no message and no department's answer touches it. */
export const Contact = z.object({
  name: kept(ReporterName).optional(),
  phone: Telephone.optional(),
});
export type Contact = z.infer<typeof Contact>;

/** So many additions a ticket takes. */
export const MOST_ADDITIONS = 50;

/** 评单: solved or not, one to five stars, a sentence. */
export const Rating = z.strictObject({
  solved: z.boolean(),
  stars: z.int().min(1).max(5),
  comment: Comment.optional(),
});
export type Rating = z.infer<typeof Rating>;

/** A rating as it was kept. */
export const KeptRating = z.object({ ...Rating.shape, comment: kept(Comment).optional() });

/** How probable it was that a matter is what it was sorted as, from 0 to 1, and what else it may be. */
const Sorted = z.looseObject({
  probability: z.number().min(0).max(1),
  alternatives: z
    .array(z.looseObject({ id: z.string(), probability: z.number().min(0).max(1) }))
    .max(3)
    .optional(),
});

/** How a matter was sorted without a person: by which words, how surely, and what an agent should look at again. */
export const Sorting = z.looseObject({
  words: z.array(z.string().max(40)).max(10),
  unsure: z.array(z.enum(['category', 'kind', 'area', 'matter'])).max(4),
  category: Sorted.optional(),
  kind: Sorted.optional(),
});
export type Sorting = z.infer<typeof Sorting>;

/** Why a number is not rung: by the code of the phone provider's own list, or in a word of ours (`special-number`). */
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
  matter: kept(Matter),
  /** Where in the deployment's own bucket lies what the caller said: `recordings/<provider>/<call>/<recording>`. */
  recording: z.string().max(500).optional(),
  sorting: Sorting.optional(),
  danger: DangerNote.optional(),
  area: z.string(),
  place: kept(Place).optional(),
  urgent: z.boolean(),
  reporter: Reporter,
  /** Names the reporter's telephone without its number: two tickets of one key are of the same telephone. */
  phoneKey: z.string().max(64).optional(),
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
  outcome: kept(Outcome).optional(),
  returns: z.array(z.strictObject({ department: z.string(), reason: kept(Reason), at: Instant })),
  /** The departments that had it when a supervisor gave it to another one, each once, by the last time. */
  takenFrom: z.array(z.looseObject({ department: z.string(), at: Instant })).optional(),
  /** What the reporter added later. */
  additions: z.array(z.strictObject({ text: kept(Addition), at: Instant })),
  rating: KeptRating.extend({ at: Instant }).optional(),
  reporterCalls: ReporterCalls.optional(),
  duty: DutyCalls.optional(),
  /** Where it stood in lists before, the oldest first. */
  stood: z.array(StoodAt).optional(),
});
export type Ticket = z.infer<typeof Ticket>;
