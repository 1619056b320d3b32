import * as z from 'zod';
import { Mark } from '#domain/district/schedule.ts';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { Actor } from './circumstances.ts';
import type { TicketEvent } from './ticket-event.ts';

/** What was understood of a ticket, before or after it was put right. */
const Understood = once(() =>
  z.looseObject({ kind: z.string(), category: z.string(), area: z.string(), urgent: z.boolean(), danger: z.string() }).partial(),
);

/** One thing that happened to a ticket, as its history knows it: an event without what only machines ask of it. */
export const Happened = once(() =>
  z.object({
    /** The type of the event. */
    what: z.string(),
    at: Instant,
    by: Actor,
    /** The department that had the ticket then. */
    department: z.string().optional(),
    unit: z.string().optional(),
    /** The department that a supervisor took it from. */
    takenFrom: z.string().optional(),
    /** Who on duty was rung, or took it. */
    onDuty: z.string().optional(),
    mark: Mark.optional(),
    /** What somebody wrote or said: an addition, a reason, an answer, the comment beside stars. */
    words: z.string().optional(),
    rating: z.object({ stars: z.number(), solved: z.boolean() }).optional(),
    before: Understood().optional(),
    after: Understood().optional(),
  }),
);
export type Happened = z.infer<ReturnType<typeof Happened>>;

/** What events hold beside what every event holds, as far as a history tells it. */
interface Told
  extends Pick<TicketEvent, 'type' | 'at' | 'actor' | 'department'>,
    Pick<Happened, 'unit' | 'takenFrom' | 'mark' | 'before' | 'after'> {
  name?: string | undefined;
  text?: string | undefined;
  reason?: string | undefined;
  outcome?: string | undefined;
  rating?: { stars: number; solved: boolean; comment?: string | undefined } | undefined;
}

/** What happened by an event. Its parts are read by their names, whatever command told it. */
export const happenedBy = (event: TicketEvent): Happened => {
  const told: Told = event;
  const { type: what, at, actor: by, department, unit, takenFrom, mark, before, after, name: onDuty, rating } = told;
  const happened: Happened = {
    what,
    at,
    by,
    department,
    unit,
    takenFrom,
    onDuty,
    mark,
    words: told.text ?? told.reason ?? told.outcome ?? rating?.comment,
    rating: rating && { stars: rating.stars, solved: rating.solved },
    before,
    after,
  };
  return Object.fromEntries(Object.entries(happened).filter(([, value]) => value !== undefined)) as Happened;
};
