import * as z from 'zod';
import { Instant } from './instant.ts';
import { type Contact, DueDate, Mark, Rating, Ticket } from './ticket.ts';
import { TicketNumber } from './ticket-number.ts';
import { Role } from './ticket-words.ts';

/** Who did it: the role, and the account's subject where there is one (OpenID Connect allows 255 characters). */
export const Actor = z.strictObject({ role: Role, id: z.string().max(255).optional(), department: z.string().optional() });
export type Actor = z.infer<typeof Actor>;

/** What a unit needs to begin: the whole matter, nothing of the contact but a masked number. */
export const WorkItem = Ticket.pick({
  number: true,
  kind: true,
  category: true,
  matter: true,
  recording: true,
  area: true,
  place: true,
  urgent: true,
}).extend({
  department: z.string(),
  unit: z.string(),
  openedAt: Instant,
  acceptBy: DueDate,
  handleBy: DueDate,
  reporterPhone: z.string().optional(),
});
export type WorkItem = z.infer<typeof WorkItem>;

const about = {
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
};

/** One thing that happened to a ticket. Only ever added, never changed. */
export const TicketEvent = z.discriminatedUnion('type', [
  z.strictObject({ ...about, type: z.literal('opened') }),
  z.strictObject({ ...about, type: z.literal('answered'), outcome: z.string() }),
  z.strictObject({ ...about, type: z.literal('dispatched'), rule: z.string() }),
  z.strictObject({ ...about, type: z.literal('assigned'), work: WorkItem }),
  z.strictObject({ ...about, type: z.literal('accepted') }),
  z.strictObject({ ...about, type: z.literal('returned'), reason: z.string() }),
  z.strictObject({ ...about, type: z.literal('resolved'), outcome: z.string() }),
  z.strictObject({ ...about, type: z.literal('added'), text: z.string() }),
  z.strictObject({ ...about, type: z.literal('rated'), rating: Rating }),
  z.strictObject({ ...about, type: z.literal('carded'), mark: Mark }),
  z.strictObject({ ...about, type: z.literal('recorded'), recording: z.string() }),
  z.strictObject({ ...about, type: z.literal('reporter-rung'), attempt: z.int().min(1) }),
  z.strictObject({ ...about, type: z.literal('reporter-put-off'), attempt: z.int().min(1) }),
  z.strictObject({ ...about, type: z.literal('reporter-unreached') }),
]);
export type TicketEvent = z.infer<typeof TicketEvent>;

/** One change of one ticket: what is written in one transaction, and what must still hold when it is. */
export interface Change {
  /** What the decision was made on; absent for a new ticket. */
  seen?: { version: number; states: readonly Ticket['state'][] };
  ticket: Ticket;
  event: TicketEvent;
  /** Only with a new ticket. */
  contact?: Contact;
}
