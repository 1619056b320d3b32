import { wholeDistrict } from '#domain/calls/areas.ts';
import type { State } from '#domain/calls/state.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import type { District } from '#domain/district/district.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { Addition, MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from '#use-cases/carry-out.ts';

const LONGEST_ADDITION = Addition.maxLength ?? 0;

/** What was understood, as the caller puts it right: once for the danger, and for what was not known when the ticket was opened. */
const corrected = (ticket: Ticket, { matter = '', area, kind }: State, district: District): Command | undefined => {
  const isFalse = ticket.danger?.outcome === 'danger' && ticket.correctedAt === undefined;
  const isSorted = ticket.category !== district.generalCategory;
  const part = {
    ...(isFalse && { danger: 'doubt' as const }),
    ...(kind && ticket.kind === 'help' && { kind }),
    ...(!isSorted && { category: categoryIn(district, matter).category }),
    ...(area && ticket.area === wholeDistrict(district) && { area }),
  };
  return Object.keys(part).length === 0
    ? undefined
    : { action: 'correct', ...part, reason: catalogueOf(district.language).matters.takenBack };
};

/** What the ticket does not say yet of what was said. */
const added = ({ matter: known, place: where, additions }: Ticket, { matter = '', place = '' }: State): Command | undefined => {
  const texts = [known, where ?? '', ...additions.map(({ text }) => text)];
  const news = [...matter.split('；'), place].filter((piece) => piece !== '' && !texts.some((text) => text.includes(piece)));
  if (news.length === 0 || additions.length >= MOST_ADDITIONS) return undefined;
  return { action: 'add', text: news.join('；').slice(0, LONGEST_ADDITION) };
};

/**
 * Puts right the ticket of a danger that its caller took back, and adds to it what they said since. What somebody of the
 * desk has corrected meanwhile stays; a ticket whose clocks have stopped is left alone.
 */
export const takeDangerBack = async (
  number: string,
  state: State,
  circumstances: Circumstances,
  needs: { store: Pick<TicketStore, 'get' | 'commit'>; district: District },
): Promise<void> => {
  const whileOpen = (decide: (ticket: Ticket) => Command | undefined) =>
    carryOut(number, (ticket) => (factsOf(ticket).clocks === 'stop' ? undefined : decide(ticket)), circumstances, needs);
  await whileOpen((ticket) => corrected(ticket, state, needs.district));
  await whileOpen((ticket) => added(ticket, state));
};
