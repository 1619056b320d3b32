import type { District } from '../../domain/district.ts';
import type { Intake } from '../../domain/open-ticket.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { readTicketNumber, type TicketNumber } from '../../domain/ticket-number.ts';
import { catalogueOf } from './catalogue.ts';
import type { Answer, State } from './conversation.ts';
import { digitsHeard } from './spoken-number.ts';

/**
 * The ticket that a call asks for, once it does: undefined while nothing is decided. Where it happened and what it is
 * about are not asked yet, so the matter has the whole district and the general category.
 */
export const intakeOf = (state: State, district: District, phone: string | undefined): Intake | undefined => {
  if (state.question !== 'filed') return undefined;
  const { kind = 'help', matter, recording } = state;
  const { recorded, nothingSaid } = catalogueOf(district.language).matters;
  return {
    ...{ kind, channel: 'phone', urgent: false, anonymous: false },
    matter: matter ?? (recording === undefined ? nothingSaid : recorded),
    area: district.areas.find(({ parent }) => parent === undefined)?.id ?? '',
    ...(recording !== undefined && { recording }),
    ...(phone !== undefined && { contact: { phone } }),
  };
};

/** The ticket number that an answer names, where one was asked for; undefined when a digit must be wrong. */
export const numberAsked = ({ question }: State, { digits, speech = '' }: Answer, letters: string): TicketNumber | undefined =>
  question === 'look-up' ? readTicketNumber(digits?.replace(/\D/g, '') ?? digitsHeard(speech), letters) : undefined;

/** What a look-up tells of a ticket: where it stands and when it is due. Never who asked, nor what the matter is. */
export const lookedUp = (ticket: Ticket | undefined): Answer => {
  if (!ticket) return { found: 'unknown' };
  const { state, schedule } = ticket;
  if (state === 'resolved' || state === 'closed') return { found: state };
  return { found: state, due: schedule.handle.at, provisional: schedule.handle.provisional ? 'yes' : 'no' };
};
