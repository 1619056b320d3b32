import * as z from 'zod';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { DangerNote, graver } from '#domain/district/danger/danger-note.ts';
import { Refusal, refusals } from '#domain/errors.ts';
import { minutesBetween } from '#domain/instant.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import { longestOf } from '#domain/text/free-text.ts';
import { command, type Setting, type TicketChanges } from '#domain/tickets/command.ts';
import { dangerTold } from '#domain/tickets/danger-told.ts';
import { dutyAfterResolving, dutyAnew } from '#domain/tickets/duty.ts';
import { limitsAnew } from '#domain/tickets/limits-anew.ts';
import { factsOf, statesWhere } from '#domain/tickets/states.ts';
import { MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';
import { Addition, Place } from '#domain/tickets/ticket-texts.ts';

/**
 * What becomes of a ticket whose reporter adds that somebody is in danger, or may be: it is urgent, its clocks are those of
 * danger, and who is on duty is rung. One that was resolved stays so, and nobody's clock runs again; but whatever was
 * known before, this is said after its department had finished, and must reach a person.
 */
const dangerAdded = (ticket: Ticket, text: string, setting: Setting): TicketChanges => {
  const { at, district } = setting;
  const told = dangerTold(ticket, [text], district);
  const danger = graver(ticket.danger, told);
  const urgent = ticket.urgent || danger?.outcome === 'danger';
  if (told !== undefined && factsOf(ticket).clocks === 'stop') {
    const after = { danger: told, urgent: told.outcome === 'danger' };
    return { danger, urgent, ...dutyAfterResolving(ticket, after, district, at) };
  }
  if (danger === ticket.danger) return {};
  const after = { danger, urgent };
  return {
    ...after,
    ...dutyAnew(ticket, after, district, at),
    ...(urgent !== ticket.urgent && limitsAnew(ticket, { ...ticket, urgent }, setting)),
  };
};

/** Whether an addition changes what is known of danger, or rings somebody for it. */
const changesDanger = (ticket: Ticket, { danger, urgent = ticket.urgent, duty }: TicketChanges): boolean =>
  duty !== undefined || urgent !== ticket.urgent || (danger !== undefined && danger !== ticket.danger);

/** A request that is sent again comes within so many minutes. */
const SENT_AGAIN_MINUTES = 10;

/**
 * The reporter adds something; the phone's self-service does it for the person on the line. Words of danger that change
 * something are never too many, nor done already. Refuses `too-many-additions`, with the emergency number beside danger.
 */
export const add = command({
  name: 'add',
  from: statesWhere(({ takesAdditions }) => takesAdditions),
  to: 'unchanged',
  roles: ['resident', 'system'],
  // It answers where it is: no other addition is taken for a place.
  get input() {
    return z.strictObject({ text: Addition, isPlace: z.literal(true).optional() });
  },
  event: 'added',
  get says() {
    return { text: z.string(), danger: DangerNote.optional(), isPlace: z.literal(true).optional() };
  },
  tells: ({ additions, dangerWords, place }, { text, at, danger, isPlace }) => ({
    additions: [...additions, { text, at }],
    place: place ?? (isPlace ? beginningOf(text, { signs: longestOf(Place) }) : undefined),
    dangerWords: danger?.words ?? dangerWords,
  }),
  isDone: (ticket, { text }, setting) => {
    const last = ticket.additions.at(-1);
    const isSentAgain = last?.text === text && minutesBetween(last.at, setting.at) < SENT_AGAIN_MINUTES;
    return isSentAgain && !changesDanger(ticket, dangerAdded(ticket, text, setting));
  },
  change: (ticket, { text, isPlace }, setting) => {
    const changes = dangerAdded(ticket, text, setting);
    if (ticket.additions.length >= MOST_ADDITIONS && !changesDanger(ticket, changes)) {
      const advice = adviceFor(dangerTold(ticket, [text], setting.district), setting.district)?.advice;
      throw new Refusal('too-many-additions', [refusals['too-many-additions'], advice].filter(Boolean).join(' '));
    }
    return { ticket: changes, event: { text, ...(isPlace && { isPlace }), ...(changes.danger && { danger: changes.danger }) } };
  },
});
