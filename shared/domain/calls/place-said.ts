import { beginningOf } from '#domain/text/beginning.ts';
import { longestOf } from '#domain/text/free-text.ts';
import { Place } from '#domain/tickets/ticket-texts.ts';

/** So much of what was said as fits the place of a ticket. */
export const placeOf = (speech: string): string => beginningOf(speech, { signs: longestOf(Place) });
