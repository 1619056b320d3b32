import type { District } from '#domain/district/district.ts';
import { NotYet } from '#domain/errors.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';
import { LastingRefusal, NumberRefused, ProviderAway, RequestRefused, type Telephony } from '#ports/telephony.ts';
import { type Reached, takePlace } from './within-day-limits.ts';

/** A text that is to go out. */
export interface WantedText {
  to: Telephone;
  words: string;
  /** Within which limits of a day, and for whom it counts. */
  sending: 'texts' | 'codes';
  of: Reached;
}

/** A text that may have gone out is sent once more, and no third time. */
const MOST_UNSURE = 1;

/**
 * Sends the text of one event: it is claimed before it is sent. Twice only where nobody knows whether the first one went
 * out, since its sender died or the provider did not answer: two are better than none. Nobody gets a third one. What is
 * above the limits of a day is not sent at all.
 */
export const textOnce = async (
  event: string,
  { to, words, sending, of }: WantedText,
  {
    sent,
    dayCounts,
    district,
    now,
    telephony,
  }: Touched<{ sent: ['claim', 'release', 'settle']; dayCounts: ['take', 'giveBack'] }> & {
    district: District;
    now: Clock;
    telephony: Pick<Telephony, 'text'>;
  },
): Promise<string> => {
  const mark = `text#${event}`;
  const claimed = await sent.claim(mark);
  if (claimed.outcome === 'done') return 'sent-before';
  // Who sends it now may die: then this message is the last trace of it.
  if (claimed.outcome === 'held') throw new NotYet('this text is being sent');
  if (claimed.claim.unsure > MOST_UNSURE) {
    await sent.settle(mark);
    return 'unsure';
  }
  const place = await takePlace(sending, of, now(), { dayCounts, district });
  if (typeof place === 'string') {
    // Who rang was told the number, and tomorrow a code is good no more: nobody waits for this text.
    await sent.settle(mark, place);
    return place;
  }
  try {
    await telephony.text(to, words);
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
