import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { beginnings } from './beginnings.ts';
import { Actor } from './circumstances.ts';
import type { Fields } from './command.ts';
import { commands } from './commands.ts';
import { TicketNumber } from './ticket-number.ts';

/** What every event says. */
const about = once(() => ({
  /** `<number>.<version>`: the same change has the same id however often it is told. */
  id: z.string(),
  number: TicketNumber,
  version: z.int().min(1),
  at: Instant,
  /** When it was written; later than `at` for a call that was taken in while the table was away. */
  recordedAt: Instant,
  openedAt: Instant,
  actor: Actor,
  correlationId: z.string(),
  /** The department that the ticket is with after this event. */
  department: z.string().optional(),
}));
type About = z.output<z.ZodObject<ReturnType<typeof about>>>;

type Told = typeof beginnings & typeof commands;
type EventOf<Rules> = Rules extends { event: infer Type; says: infer Says extends z.ZodRawShape }
  ? About & { type: Type } & Fields<Says>
  : never;

/** One thing that happened to a ticket, as its command tells it. Only ever added, never changed. */
export type TicketEvent = { [Name in keyof Told]: EventOf<Told[Name]> }[keyof Told];
export type EventType = TicketEvent['type'];

const told = Object.values({ ...beginnings, ...commands });

const schemaOf = (rules: (typeof told)[number]) => z.looseObject({ ...about(), type: z.literal(rules.event), ...rules.says });

/** Fields that newer code has written pass through. Most starts read no event, so what one looks like is worked out when the first is read. */
export const TicketEvent: z.ZodType<TicketEvent> = z.lazy(
  () => z.discriminatedUnion('type', told.map(schemaOf) as [ReturnType<typeof schemaOf>]) as z.ZodType as z.ZodType<TicketEvent>,
);

/** Every type of event that there is. */
export const EventType = z.enum(told.map(({ event }) => event) as [EventType]);
