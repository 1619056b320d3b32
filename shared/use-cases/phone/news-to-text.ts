import { textTo } from '#channels/sms/words.ts';
import type { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { District } from '#domain/district/district.ts';
import { NotYet } from '#domain/errors.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import { mayStillWish } from '#domain/tickets/may-still-wish.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';
import type { WantedText } from './text-once.ts';

/**
 * The text for a caller whose ticket was opened, or for a reporter who could not be reached; or why there is none. Throws
 * NotYet while its caller may still wish not to be known.
 */
export const newsToText = async (
  { type, number }: TicketEventMessage,
  { store, district, now }: Touched<{ store: ['get', 'contact'] }> & { district: District; now: Clock },
): Promise<WantedText | string> => {
  if (type !== 'opened' && type !== 'reporter-unreached') return 'not-for-us';
  const ticket = await store.get(number);
  if (!ticket) throw new Error('the ticket is not there');
  if (ticket.channel !== 'phone') return 'not-by-phone';
  // Somebody else may read what lies on a telephone; the number was told in the call.
  if (ticket.reporter.confidential) return 'confidential';
  if (type === 'reporter-unreached' && !factsOf(ticket).awaitsRating) return 'rated-since';
  const phone = (await store.contact(number))?.phone;
  if (phone === undefined || !canBeTexted(phone, district.telephone)) return 'no-mobile-number';
  // A text can't be taken back: it waits until its caller has had the time to say 保密.
  if (type === 'opened' && mayStillWish(ticket, now())) throw new NotYet('its caller may still wish not to be known');
  return { to: phone, words: textTo(type, number, district), sending: 'texts', of: ticket };
};
