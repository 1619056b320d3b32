import * as z from 'zod';
import { Instant } from '#domain/instant.ts';

/** Which clock: signing for the ticket (签收) or finishing it (办结). */
export const LimitName = z.enum(['accept', 'handle']);
export type LimitName = z.infer<typeof LimitName>;

/** 黄牌, 红牌, 督办. */
export const CardColour = z.enum(['yellow', 'red', 'escalation']);
export type CardColour = z.infer<typeof CardColour>;

/** When a limit runs out. Provisional: it leaves the years that the calendar covers. */
export const DueDate = z.object({ at: Instant, provisional: z.boolean() });

/** A card (黄牌, 红牌, 督办) that falls at a moment, for one limit. */
export const Mark = z.object({ limit: LimitName, colour: CardColour, at: Instant });
export type Mark = z.infer<typeof Mark>;

/** Both due dates of a ticket and the cards that fall when they near and pass, in order of time. */
export const Schedule = z.object({ accept: DueDate, handle: DueDate, marks: z.array(Mark) });
export type Schedule = z.infer<typeof Schedule>;
