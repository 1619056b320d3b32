import type { District } from '#domain/district/district.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { hasArea } from '#domain/district/standing-ids.ts';
import { longestOf, readableOf } from '#domain/text/free-text.ts';
import type { Command } from '#domain/tickets/commands.ts';
import { dangerTold } from '#domain/tickets/danger-told.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';
import { Addition } from '#domain/tickets/ticket-texts.ts';
import type { Saying, State } from './state.ts';
import { catalogueOf } from './words/catalogues.ts';

const textOf = (said: string): string => readableOf(said, longestOf(Addition));

/** Whether nobody of the desk has corrected the ticket: what a call corrects or adds, it does in one moment. */
const isAsTold = ({ correctedAt, additions }: Ticket): boolean =>
  correctedAt === undefined || additions.some(({ at }) => at === correctedAt);

const isDangerous = ({ urgent, danger }: Ticket): boolean => urgent && danger?.outcome === 'danger';

/**
 * What was said from the danger on that is not in the ticket yet, in its order. The same words may be said again, so each
 * is looked for behind the one before it.
 */
const sayingsMissing = (ticket: Ticket, { since = [] }: State): readonly Saying[] => {
  const { matter, additions } = ticket;
  const first = since.findIndex((saying) => saying.matter?.trim() === matter.trim());
  // The ticket of a call that ended at that moment has the words, but not yet that they were confirmed.
  const isUnconfirmed = since[first]?.means === 'danger' && !isDangerous(ticket) && ticket.correctedAt === undefined;
  const later = since.slice(isUnconfirmed ? first : first + 1);
  let known = 0;
  for (const { text } of additions) {
    const saying = later[known];
    if (saying && textOf(saying.text) === text) known += 1;
  }
  return later.slice(known);
};

type Correction = Extract<Command, { action: 'correct' }>;

/** What was understood otherwise than the caller means it now: the danger, and what was not known when the ticket was opened. */
const corrected = (ticket: Ticket, state: State, saying: Saying | undefined, district: District): Correction | undefined => {
  const { danger, kind, category, area } = ticket;
  const { matters } = catalogueOf(district.language);
  if (saying?.means === 'danger' && !isDangerous(ticket)) {
    // Words that say it by themselves are added, and need no other reason.
    const isSaid = dangerTold(ticket, [textOf(saying.text)], district)?.outcome === 'danger';
    return isSaid ? undefined : { action: 'correct', danger: 'danger', urgent: true, reason: matters.saidAgain };
  }
  if (!isAsTold(ticket)) return undefined;
  const isFalse = saying?.means === 'no-danger' && danger?.outcome === 'danger';
  const sorted = categoryIn(district, state.matter ?? '').category;
  const part = {
    ...(isFalse && { danger: 'doubt' as const }),
    ...(state.takenBack && state.kind && kind === 'help' && state.kind !== kind && { kind: state.kind }),
    ...(state.takenBack && category === district.generalCategory && sorted !== category && { category: sorted }),
    ...(state.area !== undefined && state.area !== area && hasArea(district, state.area) && { area: state.area }),
  };
  if (Object.keys(part).length === 0) return undefined;
  return { action: 'correct', ...part, reason: isFalse ? matters.takenBack : matters.saidLater };
};

/** What the ticket does not say yet of the matter and the place. */
const newsOf = ({ matter: known, place: where, additions }: Ticket, { matter = '', place = '' }: State): string | undefined => {
  const texts = [known, where ?? '', ...additions.map(({ text }) => text)];
  const news = [...matter.split('；'), place].filter((piece) => piece !== '' && !texts.some((text) => text.includes(piece)));
  return textOf(news.join('；')) || undefined;
};

/**
 * The next thing that a call's ticket lacks of what the call told after it was opened; undefined when it has all. What
 * somebody of the desk has corrected meanwhile stays, but for a cry of danger that came after it.
 */
export const missingIn = (ticket: Ticket, state: State, district: District): Command | undefined => {
  const { clocks, takesAdditions } = factsOf(ticket);
  const [saying] = takesAdditions ? sayingsMissing(ticket, state) : [];
  const correction = clocks === 'stop' ? undefined : corrected(ticket, state, saying, district);
  if (correction) return correction;
  // A ticket that is full takes words of a danger that it does not know, and nothing else.
  const isNewDanger = saying?.means === 'danger' && !isDangerous(ticket);
  const isTaken = takesAdditions && (ticket.additions.length < MOST_ADDITIONS || isNewDanger);
  const text = saying ? textOf(saying.text) : newsOf(ticket, state);
  // What was answered to where: nothing else is told as the place.
  const where = textOf(state.whereabouts ?? state.place ?? '');
  const isPlace = ticket.place === undefined && where !== '' && text?.includes(where);
  if (isTaken && text !== undefined) return { action: 'add', text, ...(isPlace && { isPlace }) };
  const { confidential = false, anonymous = false } = state;
  const { reporter } = ticket;
  const isHidden = reporter.anonymous && (reporter.confidential === true || !confidential);
  // The ticket of a danger was opened before its caller could wish not to be known; it may be done by then.
  return isHidden || !(confidential || anonymous) ? undefined : { action: 'hide-reporter', confidential };
};

/**
 * The same for a ticket that another call or request had opened: this call adds to it, and hides who calls, but changes
 * nothing that was understood before, but for a danger that it tells of. It may be another caller, or one in their name.
 */
export const missingInJoined = (ticket: Ticket, state: State, district: District): Command | undefined => {
  const { area: _, takenBack: __, ...told } = state;
  const since = state.since?.map((saying) => (saying.means === 'no-danger' ? { ...saying, means: undefined } : saying));
  return missingIn(ticket, { ...told, since }, district);
};
