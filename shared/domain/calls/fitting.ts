import { beginningOf } from '#domain/text/beginning.ts';
import { longestOf } from '#domain/text/free-text.ts';
import { Comment, Matter, Place } from '#domain/tickets/ticket-texts.ts';

/** So much of what was said as fits the matter of a ticket. */
export const matterOf = (speech: string): string => beginningOf(speech, { signs: longestOf(Matter) });

/** So much of what was said as fits the place of a ticket. */
export const placeOf = (speech: string): string => beginningOf(speech, { signs: longestOf(Place) });

/** So much of what was said as fits beside stars. */
export const commentOf = (speech: string): string => beginningOf(speech, { signs: longestOf(Comment) });
