import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { TicketNumber } from './ticket-number.ts';

/** No ladder of duty numbers has so many. */
export const MOST_DUTY_STEPS = 20;
/** So many steps of ladders that were left stay with the ticket. */
export const MOST_FORMER_STEPS = 10;

/** Which step of a ladder of duty it is, from 1. */
export const DutyStepNumber = z.int().min(1);

/** So many other tickets of which a call tells stand in its step by their numbers. */
export const MOST_LISTED = 50;

/** Somebody on duty who was rung: of which department, or of the `district` or its `desk`. */
export const DutyStep = once(() =>
  z.looseObject({
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
  }),
);

export type DutyStep = z.infer<ReturnType<typeof DutyStep>>;

/** 值班: who on duty was rung for a ticket, who took it, and when the next one is to be rung. */
export const DutyCalls = once(() =>
  z.looseObject({
    steps: z.array(DutyStep()).max(MOST_DUTY_STEPS + MOST_FORMER_STEPS),
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
  }),
);
export type DutyCalls = z.infer<ReturnType<typeof DutyCalls>>;
