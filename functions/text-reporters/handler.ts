import { textTo } from '#channels/sms/words.ts';
import type { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { District } from '#domain/district/district.ts';
import { NotYet } from '#domain/errors.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import { mayStillWish } from '#domain/tickets/may-still-wish.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { Clock } from '#ports/clock.ts';
import type { DayCounts } from '#ports/day-counts.ts';
import type { SentMarks } from '#ports/sent-marks.ts';
import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import type { TicketStore } from '#ports/ticket-store.ts';
import { takePlace } from '#use-cases/phone/within-day-limits.ts';

interface Needs {
  store: Pick<TicketStore, 'get' | 'contact'>;
  sent: SentMarks;
  dayCounts: DayCounts;
  district: District;
  now: Clock;
  /** Absent where no account and number are set: then nobody is texted. */
  telephony: Pick<Telephony, 'text'> | undefined;
}

/** A text that may have gone out is sent once more, and no third time. */
const MOST_UNSURE = 1;

/**
 * Texts a caller the number of their ticket, and a reporter who could not be reached how to rate it. Once for each event:
 * the text is claimed before it is sent. Twice only where nobody knows whether the first one went out, since its sender
 * died or the provider did not answer: two are better than none. Nobody gets a third one. What is above the limits of a day
 * is not sent at all.
 */
export const createHandler =
  ({ store, sent, dayCounts, district, now, telephony }: Needs) =>
  async ({ id, type, number }: TicketEventMessage): Promise<string> => {
    if (type !== 'opened' && type !== 'reporter-unreached') return 'not-for-us';
    if (!telephony) return 'no-sms';
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
    const mark = `text#${id}`;
    const claimed = await sent.claim(mark);
    if (claimed.outcome === 'done') return 'sent-before';
    // Who sends it now may die: then this message is the last trace of it.
    if (claimed.outcome === 'held') throw new NotYet('this text is being sent');
    if (claimed.claim.unsure > MOST_UNSURE) {
      await sent.settle(mark);
      return 'unsure';
    }
    const place = await takePlace('texts', ticket, now(), { dayCounts, district });
    if (typeof place === 'string') {
      // Who rang was told the number; tomorrow nobody waits for this text.
      await sent.settle(mark, place);
      return place;
    }
    try {
      await telephony.text(phone, textTo(type, number, district));
    } catch (error) {
      if (error instanceof LastingRefusal) {
        await sent.settle(mark, error.code);
        return error instanceof NumberRefused ? 'number-refused' : 'country-refused';
      }
      // Of anything else it is not known whether the text went out; then the claim has to end by itself.
      if (error instanceof ProviderAway || error instanceof RequestRefused) {
        await place.giveBack();
        await sent.release(mark, claimed.claim);
      }
      throw error;
    }
    await sent.settle(mark);
    return 'sent';
  };
