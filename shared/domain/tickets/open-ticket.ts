import * as z from 'zod';
import { DangerNote } from '#domain/district/danger/danger-note.ts';
import type { District } from '#domain/district/district.ts';
import { idIn } from '#domain/district/id-in-list.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { scheduleOf } from '#domain/district/limits.ts';
import { hasArea, hasCategory } from '#domain/district/standing-ids.ts';
import { Refusal } from '#domain/errors.ts';
import { once } from '#domain/once.ts';
import { maskPhone } from '#domain/telephone/telephone.ts';
import { beginnings } from './beginnings.ts';
import type { Change } from './change.ts';
import type { Circumstances } from './circumstances.ts';
import { dangerTold } from './danger-told.ts';
import { dutyAtOpening } from './duty.ts';
import { happenedBy } from './happened.ts';
import { sorted } from './sorted.ts';
import { Contact, Ticket } from './ticket.ts';
import type { TicketEvent } from './ticket-event.ts';
import type { TicketNumber } from './ticket-number.ts';
import { Matter, Outcome, Place } from './ticket-texts.ts';
import { Channel, type Role } from './ticket-words.ts';

/** What somebody asks for, whichever door it came through. */
export const Intake = once(() =>
  z.strictObject({
    /** What is not given of kind, category and area is understood from the words. */
    kind: TicketKind.optional(),
    category: idIn('categories').optional(),
    channel: Channel,
    matter: Matter,
    recording: Ticket().shape.recording,
    area: idIn('areas').optional(),
    place: Place.optional(),
    urgent: z.boolean(),
    anonymous: z.boolean(),
    /** 保密: sealed; who asked is a supervisor's to know. Implies anonymous. */
    confidential: z.boolean().optional(),
    sorting: Ticket().shape.sorting,
    /** What a door has found of danger itself, `none` too; without it the matter is read here, before anything is written. */
    danger: z.union([DangerNote, z.literal('none')]).optional(),
    reporterKey: z.string().optional(),
    contact: Contact.optional(),
    /** Names the contact's telephone without its number. */
    phoneKey: Ticket().shape.phoneKey,
    /** The agent's answer, when that already ends the matter (直接办结). */
    answer: Outcome.optional(),
  }),
);
export type Intake = z.infer<ReturnType<typeof Intake>>;

/** What is known of danger in a matter: as its door found it, or as its words say. */
const dangerOf = (intake: Intake, district: District): DangerNote | undefined => {
  const { danger, matter, place } = intake;
  if (danger === undefined) return dangerTold(intake, [matter, place], district);
  return danger === 'none' ? undefined : danger;
};

/**
 * Makes a new ticket and its first event. Throws a Refusal for an unknown area or category, or when the actor's role
 * may not do it.
 */
export const openTicket = (intake: Intake, number: TicketNumber, district: District, circumstances: Circumstances): Change => {
  const { at, recordedAt = at, actor, correlationId } = circumstances;
  const { answer, contact, reporterKey, anonymous, confidential = false, ...rest } = intake;
  const danger = dangerOf(intake, district);
  const { roles, to }: { roles: readonly Role[]; to: Ticket['state'] } = beginnings[answer === undefined ? 'open' : 'answer'];
  if (!roles.includes(actor.role)) throw new Refusal('role-not-allowed');
  if (intake.area !== undefined && !hasArea(district, intake.area)) throw new Refusal('area-unknown');
  if (intake.category !== undefined && !hasCategory(district, intake.category)) throw new Refusal('category-unknown');
  const {
    category,
    sorting = intake.sorting,
    ...understood
  } = sorted({ ...intake, inDanger: danger?.outcome === 'danger' }, district);
  const told = {
    ...rest,
    ...understood,
    ...(sorting && { sorting }),
    danger,
    urgent: intake.urgent || danger?.outcome === 'danger',
  };

  const maskedPhone = contact?.phone && maskPhone(contact.phone);
  const ticket: Omit<Ticket, 'history'> = {
    ...told,
    number,
    version: 1,
    state: to,
    category,
    reporter: {
      anonymous: anonymous || confidential,
      ...(confidential && { confidential }),
      ...(reporterKey && { key: reporterKey }),
      ...(maskedPhone && { maskedPhone }),
    },
    openedAt: at,
    schedule: scheduleOf(district, { ...told, category, openedAt: at }),
    cards: [],
    returns: [],
    additions: [],
    answeredDirectly: answer !== undefined,
    ...(answer === undefined && dutyAtOpening(told, district, recordedAt)),
    ...(answer !== undefined && { outcome: answer, resolvedAt: at }),
  };
  const { matter, recording, place } = intake;
  const asked = {
    matter,
    ...(recording !== undefined && { recording }),
    ...(place !== undefined && { place }),
    ...(sorting && { sorting }),
    ...(danger && { danger }),
  };
  const about = { id: `${number}.1`, number, version: 1, at, recordedAt, openedAt: at, actor, correlationId };
  const event: TicketEvent =
    answer === undefined ? { ...about, ...asked, type: 'opened' } : { ...about, ...asked, type: 'answered', outcome: answer };
  return {
    ticket: { ...ticket, history: [happenedBy(event)] },
    event,
    ...(contact && { contact }),
  };
};
