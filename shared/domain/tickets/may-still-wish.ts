import { type Instant, minutesBetween } from '#domain/instant.ts';
import type { Ticket } from './ticket.ts';

/** After so many minutes a call in which somebody was in danger has ended, or its caller speaks with a person. */
const MINUTES = 10;

/**
 * Whether the caller of a ticket may be on the line still, and not be asked yet whether they want to be known: the ticket of
 * a danger is opened as soon as it is understood, any other one when all is said.
 */
export const mayStillWish = ({ danger, openedAt }: Pick<Ticket, 'danger' | 'openedAt'>, now: Instant): boolean =>
  danger !== undefined && minutesBetween(openedAt, now) < MINUTES;
