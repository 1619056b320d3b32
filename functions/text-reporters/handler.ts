import * as z from 'zod';
import { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import { TicketEventMessage } from '#contracts/messages/ticket-event-message.ts';
import type { District } from '#domain/district/district.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';
import type { Telephony } from '#ports/telephony.ts';
import { codeToText } from '#use-cases/look-up/code-to-text.ts';
import { newsToText } from '#use-cases/phone/news-to-text.ts';
import { textOnce } from '#use-cases/phone/text-once.ts';
import type { touches } from './env.ts';

type Needs = Touched<typeof touches> & {
  district: District;
  now: Clock;
  /** Absent where no account and number are set: then nobody is texted. */
  telephony: Pick<Telephony, 'text'> | undefined;
};

/** What its queue carries. */
export const TextMessage = z.union([TicketEventMessage, LookUpWanted]);
type TextMessage = z.infer<typeof TextMessage>;

/** What the log may say of a message. The id of a look-up names a telephone by its key. */
export const aboutText = (message: TextMessage) => {
  const { correlationId, id } = message;
  return message.type === 'look-up-wanted'
    ? { ticket: message.of.number, correlationId }
    : { ticket: message.number, correlationId, event: id };
};

/**
 * Texts a caller the number of their ticket, a reporter who could not be reached how to rate it, and who wants to look a
 * ticket up the code for it. Once for each event, within the limits of a day.
 */
export const createHandler =
  ({ telephony, ...needs }: Needs) =>
  async (message: TextMessage): Promise<string> => {
    if (!telephony) return 'no-sms';
    const isLookUp = message.type === 'look-up-wanted';
    const text = isLookUp ? await codeToText(message, needs) : await newsToText(message, needs);
    return typeof text === 'string' ? text : textOnce(message.id, text, { ...needs, telephony });
  };
