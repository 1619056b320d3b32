import { textTo } from '#channels/sms/words.ts';
import type { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { District } from '#domain/district/district.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import { factsOf } from '#domain/tickets/states.ts';
import type { SentMarks } from '#ports/sent-marks.ts';
import { NumberRefused, type Telephony } from '#ports/telephony.ts';
import type { TicketStore } from '#ports/ticket-store.ts';

interface Needs {
  store: Pick<TicketStore, 'get' | 'contact'>;
  sent: SentMarks;
  district: District;
  /** Absent where no account and number are set: then nobody is texted. */
  telephony: Pick<Telephony, 'text'> | undefined;
}

/**
 * Texts a caller the number of their ticket, and whoever could not be reached how to rate it. Once for each event; only a
 * crash between sending and marking it as sent makes it two, which is better than none.
 */
export const createHandler =
  ({ store, sent, district, telephony }: Needs) =>
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
    const mark = `text#${id}`;
    if (await sent.isSent(mark)) return 'sent-before';
    try {
      await telephony.text(phone, textTo(type, number, district));
    } catch (error) {
      if (error instanceof NumberRefused) return 'number-refused';
      throw error;
    }
    await sent.markSent(mark);
    return 'sent';
  };
