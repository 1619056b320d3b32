import { emergencyNumberFor } from '#domain/district/danger/danger-note.ts';
import type { District } from '#domain/district/district.ts';
import { Refusal } from '#domain/errors.ts';
import { beginningOf } from '#domain/text/beginning.ts';
import { longestOf } from '#domain/text/free-text.ts';
import { changeTicket } from '#domain/tickets/change-ticket.ts';
import type { Circumstances } from '#domain/tickets/circumstances.ts';
import type { Intake } from '#domain/tickets/open-ticket.ts';
import { factsOf } from '#domain/tickets/states.ts';
import { MOST_ADDITIONS, type Ticket } from '#domain/tickets/ticket.ts';
import { Addition } from '#domain/tickets/ticket-texts.ts';
import type { IdempotencyMark, TicketStore } from '#ports/ticket-store.ts';
import { carryOut } from './carry-out.ts';
import type { Taken } from './take-intake.ts';

/** What is needed to join a ticket. */
export interface JoiningNeeds {
  store: Pick<TicketStore, 'get' | 'commit' | 'join'>;
  district: District;
}

/** The ticket that an intake would have opened: what it says of danger decides where it may be kept. */
type Wanted = Pick<Ticket, 'urgent' | 'danger'>;

/** So many join one ticket at the same moment: one of them is first each time. More than those are a flood, and open another. */
const MOST_ATTEMPTS = 20;

/** A matter in parts, each of which is an addition. */
const partsOf = (matter: string): string[] => {
  const part = beginningOf(matter, { signs: longestOf(Addition) }).trim();
  const rest = matter.trim().slice(part.length).trim();
  return rest === '' || part === '' ? [part] : [part, ...partsOf(rest)];
};

/** All that an intake says, as additions to a ticket of somebody who said something else. */
const textsOf = ({ matter, place, area }: Intake, ticket: Ticket, { areas }: District): string[] => {
  const elsewhere = area === ticket.area ? undefined : areas.find(({ id }) => id === area)?.name;
  const where = [place, elsewhere].filter((text) => text !== undefined && text !== ticket.place).join('；');
  return [...partsOf(matter), where].filter((text) => text !== '');
};

const isAdded = ({ additions }: Ticket, text: string): boolean => additions.some((one) => one.text === text);

/** Whether a ticket is as hidden as the reporter wishes to be with this matter. */
const hidesAsMuch = ({ reporter }: Ticket, { anonymous, confidential = false }: Intake): boolean =>
  (reporter.anonymous || !(anonymous || confidential)) && (reporter.confidential === true || !confidential);

/** What wants to join a ticket: the intake, the ticket that it would have opened, and its mark. */
interface Joiner {
  intake: Intake;
  wanted: Wanted;
  mark: IdempotencyMark;
  /** Its reporter has opened so many that it joins also where it names another telephone, which is then not kept, or another danger. */
  isOneOfMany: boolean;
}

/** Whether somebody else is to be called for it: a fire in a ticket of somebody who is ill would be missed. */
const isOtherDanger = (ticket: Ticket, { danger }: Wanted, district: District): boolean =>
  ticket.danger !== undefined &&
  danger !== undefined &&
  (emergencyNumberFor(district, ticket.danger.danger) !== emergencyNumberFor(district, danger.danger) ||
    ticket.danger.selfHarm !== danger.selfHarm);

/** Whether a ticket can take in all that an intake says, so that nothing of it is lost or shown to more people. */
const canTakeIn = (ticket: Ticket, { intake, wanted, isOneOfMany }: Joiner, district: District): boolean => {
  const { clocks, takesAdditions } = factsOf(ticket);
  const hasRoom = ticket.additions.length + textsOf(intake, ticket, district).length <= MOST_ADDITIONS;
  // A ticket has one recording.
  const isSound = intake.recording !== undefined;
  const isAtOtherNumber = intake.phoneKey !== undefined && intake.phoneKey !== ticket.phoneKey;
  if (clocks === 'stop' || !takesAdditions || !hasRoom || isSound) return false;
  if (!isOneOfMany && (isAtOtherNumber || isOtherDanger(ticket, wanted, district))) return false;
  return hidesAsMuch(ticket, intake) && (ticket.urgent || !wanted.urgent);
};

/** Adds what a ticket that was joined does not say yet: a process may have died before it had added all. */
export const completeJoined = async (
  joined: Ticket,
  intake: Intake,
  circumstances: Circumstances,
  needs: JoiningNeeds,
): Promise<Ticket> => {
  let ticket = joined;
  for (const text of textsOf(intake, joined, needs.district)) {
    const decide = (seen: Ticket) =>
      isAdded(seen, text) || !factsOf(seen).takesAdditions || seen.additions.length >= MOST_ADDITIONS
        ? undefined
        : ({ action: 'add', text } as const);
    ({ ticket } = await carryOut(ticket.number, decide, circumstances, needs));
  }
  return ticket;
};

/**
 * Lets an intake join a ticket of the same reporter instead of opening one: what it says is added there, and the ticket is
 * the one of its mark. Undefined where that ticket can't take it in.
 */
export const joinTicket = async (
  number: string,
  joiner: Joiner,
  { at, recordedAt = at, actor, correlationId }: Circumstances,
  needs: JoiningNeeds,
): Promise<Taken | undefined> => {
  const { store, district } = needs;
  const { intake, wanted, mark } = joiner;
  const circumstances: Circumstances = { at: recordedAt, actor, correlationId };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const seen = await store.get(number);
    if (!seen || !canTakeIn(seen, joiner, district)) return undefined;
    const text = textsOf(intake, seen, district)[0] ?? '';
    const change = isAdded(seen, text) ? 'already-done' : added(seen, text, district, circumstances);
    // What the door understood of danger must not get lost.
    const after = change === 'already-done' ? seen : change?.ticket;
    if (change === undefined || (wanted.danger !== undefined && after?.danger === undefined)) return undefined;
    const joining = await store.join({ number, at: recordedAt, change: change === 'already-done' ? undefined : change }, mark);
    if (joining.outcome === 'conflict') continue;
    const ticket = joining.outcome === 'replayed' ? joining.ticket : (after ?? seen);
    const joined = joining.outcome === 'joined' || joining.joined;
    return {
      ticket: joined ? await completeJoined(ticket, intake, circumstances, needs) : ticket,
      replayed: joining.outcome === 'replayed',
      joined,
      danger: wanted.danger,
    };
  }
  return undefined;
};

/** The change that adds a text; undefined where the ticket refuses it. */
const added = (seen: Ticket, text: string, district: District, circumstances: Circumstances) => {
  try {
    return changeTicket(seen, { action: 'add', text }, district, circumstances);
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
};
