import * as z from 'zod';
import { DangerNote } from '#domain/district/danger/danger-note.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { Mark, Schedule } from '#domain/district/schedule.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { MOST_PERSON_ID_LENGTH } from '#domain/person-id.ts';
import { Telephone } from '#domain/telephone/telephone.ts';
import { kept } from '#domain/text/free-text.ts';
import { DutyCalls } from './duty-calls.ts';
import { Happened } from './happened.ts';
import { TicketState } from './states.ts';
import { StoodAt } from './stood-at.ts';
import { TicketNumber } from './ticket-number.ts';
import { Addition, Comment, Matter, Outcome, Place, Reason, ReporterName } from './ticket-texts.ts';
import { Channel } from './ticket-words.ts';
import { WentFrom } from './went-from.ts';

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
export const Sorting = once(() =>
  z.looseObject({
    words: z.array(z.string().max(40)).max(10),
    unsure: z.array(z.enum(['category', 'kind', 'area', 'matter'])).max(4),
    category: Sorted.optional(),
    kind: Sorted.optional(),
  }),
);
export type Sorting = z.infer<ReturnType<typeof Sorting>>;

/** Why a number is not rung: by the code of the phone provider's own list, or in a word of ours (`special-number`). */
export const RefusalCodeOfProvider = z.string().min(1).max(20);

/** 回访: when a reporter without an account was rung to ask what became of it, and when that is due next. */
export const ReporterCalls = once(() =>
  z.looseObject({
    tries: z.array(Instant).max(5),
    nextAt: Instant.optional(),
    /** So often in vain that nobody will ring again. */
    unreached: z.boolean().optional(),
    /** The phone provider will never ring this number: why, by its code. */
    refused: RefusalCodeOfProvider.optional(),
  }),
);
export type ReporterCalls = z.infer<ReturnType<typeof ReporterCalls>>;

/** 工单: one matter, from intake to closing. */
export const Ticket = once(() =>
  z.strictObject({
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
    sorting: z.lazy(Sorting).optional(),
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
    /** The departments from which it went away, each once, by the last time. */
    wentFrom: z.array(WentFrom()).optional(),
    /** What the reporter added later. */
    additions: z.array(z.strictObject({ text: kept(Addition), at: Instant })),
    rating: KeptRating.extend({ at: Instant }).optional(),
    /** All that happened to it, in the order in which it was written. */
    history: z.array(Happened()),
    reporterCalls: z.lazy(ReporterCalls).optional(),
    duty: z.lazy(DutyCalls).optional(),
    /** Where it stood in lists before, the oldest first. */
    stood: z.array(StoodAt()).optional(),
  }),
);
export type Ticket = z.infer<ReturnType<typeof Ticket>>;
