import { codeText } from '#channels/sms/words.ts';
import type { LookUpWanted } from '#contracts/messages/look-up-wanted.ts';
import type { District } from '#domain/district/district.ts';
import { canBeTexted } from '#domain/telephone/reach.ts';
import { isGood } from '#domain/tickets/look-up.ts';
import type { Clock } from '#ports/clock.ts';
import type { Touched } from '#ports/ports.ts';
import type { WantedText } from '#use-cases/phone/text-once.ts';
import { filedWith } from './filed-with.ts';

type Needs = Touched<{ lookUps: ['get']; lookUpCodes: ['of']; phoneKeys: ['of']; store: ['get', 'contact'] }>;

/**
 * The text with a code, for who asked to look a ticket up; or why there is none. It goes to the telephone in the ticket's
 * contact. It is also for a ticket that is confidential: its reporter alone has been told the number, and the text names
 * neither number nor matter.
 */
export const codeToText = async (
  { of, at }: LookUpWanted,
  needs: Needs & { district: District; now: Clock },
): Promise<WantedText | string> => {
  const { lookUps, lookUpCodes, district, now } = needs;
  const lookUp = await lookUps.get(of);
  // What was asked for since has another code.
  if (lookUp?.askedAt !== at || !isGood(lookUp, now())) return 'code-no-more-good';
  const filed = await filedWith(of, needs);
  if (typeof filed === 'string') return filed;
  if (!canBeTexted(filed.phone, district.telephone)) return 'no-mobile-number';
  return { to: filed.phone, words: codeText(await lookUpCodes.of(lookUp), district), sending: 'codes', of };
};
