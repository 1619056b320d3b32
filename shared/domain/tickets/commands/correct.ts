import * as z from 'zod';
import { DangerNote } from '#domain/district/danger/danger-note.ts';
import { idIn } from '#domain/district/id-in-list.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { hasArea, hasCategory } from '#domain/district/standing-ids.ts';
import { Refusal } from '#domain/errors.ts';
import { once } from '#domain/once.ts';
import { command } from '#domain/tickets/command.ts';
import { dutyAnew } from '#domain/tickets/duty.ts';
import { limitsAnew } from '#domain/tickets/limits-anew.ts';
import { statesWhere } from '#domain/tickets/states.ts';
import type { Ticket } from '#domain/tickets/ticket.ts';
import { Reason } from '#domain/tickets/ticket-texts.ts';

/** What of a ticket can be understood wrongly. `danger` is `none` where nothing of danger was understood. */
const Understood = once(() =>
  z.strictObject({
    kind: TicketKind,
    category: idIn('categories'),
    area: idIn('areas'),
    urgent: z.boolean(),
    danger: z.enum([...DangerNote.shape.outcome.options, 'none']),
  }),
);
type Understood = z.output<ReturnType<typeof Understood>>;
const Part = once(() => Understood().partial());
type Part = z.output<ReturnType<typeof Part>>;

const understoodOf = ({ kind, category, area, urgent, danger }: Ticket): Understood => ({
  kind,
  category,
  area,
  urgent,
  danger: danger?.outcome ?? 'none',
});

/**
 * What is understood afterwards. Danger is urgent: to confirm it makes the ticket urgent, and to take it away makes it an
 * ordinary one, unless the same correction says otherwise. A ticket that is not urgent is not one of danger.
 */
const correctedBy = (ticket: Ticket, corrected: Part): Understood => {
  const before = understoodOf(ticket);
  const isPlayedDown = corrected.urgent === false && before.danger === 'danger';
  const danger = corrected.danger ?? (isPlayedDown ? 'none' : before.danger);
  const otherwise = before.danger === 'danger' ? false : before.urgent;
  return {
    kind: corrected.kind ?? before.kind,
    category: corrected.category ?? before.category,
    area: corrected.area ?? before.area,
    urgent: danger === 'danger' || (corrected.urgent ?? otherwise),
    danger,
  };
};

const changedIn = (before: Understood, after: Understood): (keyof Understood)[] =>
  Understood()
    .keyof()
    .options.filter((field) => before[field] !== after[field]);

const only = (fields: readonly (keyof Understood)[], understood: Understood): Part =>
  Object.fromEntries(fields.map((field) => [field, understood[field]]));

/** The words that were understood stay with the note: a person has judged them now. */
const noteOf = ({ danger: note }: Ticket, outcome: Understood['danger']): Ticket['danger'] =>
  outcome === 'none' ? undefined : { words: [], ...note, outcome };

/**
 * 更正: a person of the desk puts right what was understood of an open ticket, and says why; the phone does it for a caller
 * who takes a danger back. Its limits are worked out
 * again from the opening, and who is on duty is rung for what is graver now. Refuses `category-unknown`, `area-unknown`.
 */
export const correct = command({
  name: 'correct',
  from: statesWhere(({ clocks }) => clocks !== 'stop'),
  to: 'unchanged',
  roles: ['agent', 'supervisor', 'system'],
  get input() {
    return Part().extend({ reason: Reason });
  },
  event: 'corrected',
  get says() {
    const Told = z.object(Part().shape);
    return { before: Told, after: Told, reason: z.string() };
  },
  // Where nothing of danger is understood any more, the words are gone with it.
  tells: ({ dangerWords }, { after }) => ({ dangerWords: after.danger === 'none' ? undefined : dangerWords }),
  isDone: (ticket, input) => changedIn(understoodOf(ticket), correctedBy(ticket, input)).length === 0,
  change: (ticket, input, setting) => {
    const { district } = setting;
    const [before, after] = [understoodOf(ticket), correctedBy(ticket, input)];
    const fields = changedIn(before, after);
    if (fields.includes('category') && !hasCategory(district, after.category)) throw new Refusal('category-unknown');
    if (fields.includes('area') && !hasArea(district, after.area)) throw new Refusal('area-unknown');
    const danger = noteOf(ticket, after.danger);
    const duty = dutyAnew(ticket, { urgent: after.urgent, danger }, district, setting.at);
    return {
      ticket: { ...after, danger, ...duty, ...limitsAnew(ticket, after, setting) },
      event: { before: only(fields, before), after: only(fields, after), reason: input.reason },
    };
  },
});
