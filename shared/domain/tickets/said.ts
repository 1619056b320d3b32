import * as z from 'zod';
import type { DangerNote } from '#domain/district/danger/danger-note.ts';
import { once } from '#domain/once.ts';
import { beginningWithWholeNumbers } from '#domain/text/numbers-in-text.ts';
import { type Rating, Ticket } from './ticket.ts';
import { secrecyOf } from './visibility.ts';

/** What people said of a ticket, and what happened to it. Each of it lies in its event, and none of it in the ticket's row. */
export interface Said
  extends Pick<Ticket, 'matter' | 'recording' | 'place' | 'sorting' | 'outcome' | 'additions' | 'returns' | 'history'>,
    Pick<Rating, 'comment'> {
  /** The words by which danger was understood. */
  dangerWords?: DangerNote['words'] | undefined;
}

/**
 * The ticket's row: what changes in its life, and what is asked of it at every step. Fields that newer code has written
 * pass through.
 */
export const TicketFacts = once(() =>
  z.looseObject({
    ...Ticket().omit({
      matter: true,
      recording: true,
      place: true,
      sorting: true,
      outcome: true,
      additions: true,
      returns: true,
      history: true,
    }).shape,
    /** The beginning of the matter, for lists. */
    excerpt: z.string(),
    /** What the reporter wished, for lists: they show nothing else of them. */
    secrecy: z.enum(['anonymous', 'confidential']).optional(),
    /** The departments that returned it, each once. */
    returnedBy: z.array(z.string()).optional(),
    danger: Ticket().shape.danger.unwrap().omit({ words: true }).optional(),
    rating: z.looseObject(Ticket().shape.rating.unwrap().omit({ comment: true }).shape).optional(),
  }),
);
export type TicketFacts = z.infer<ReturnType<typeof TicketFacts>>;

/** So much of a matter stands in lists: 60 Chinese characters, or what takes as much room. */
const EXCERPT = { signs: 60, bytes: 180 };

/** The part of a ticket that its row holds. */
export const factsAlone = (ticket: Ticket): TicketFacts => {
  const {
    matter,
    recording: _recording,
    place: _place,
    sorting: _sorting,
    outcome: _outcome,
    additions: _additions,
    returns,
    history: _history,
    ...facts
  } = ticket;
  const { words: _words, ...danger } = ticket.danger ?? { outcome: undefined };
  const { comment: _comment, ...rating } = ticket.rating ?? { at: undefined };
  const secrecy = secrecyOf(ticket.reporter);
  const returnedBy = [...new Set(returns.map(({ department }) => department))];
  return {
    ...facts,
    excerpt: beginningWithWholeNumbers(matter, EXCERPT),
    ...(secrecy && { secrecy }),
    danger: danger.outcome === undefined ? undefined : danger,
    rating: rating.at === undefined ? undefined : rating,
    ...(returnedBy.length > 0 && { returnedBy }),
  } as TicketFacts;
};

/** A field that is undefined is gone, as it will be in the row. */
export const withoutAbsent = (ticket: object): Ticket =>
  Object.fromEntries(Object.entries(ticket).filter(([, value]) => value !== undefined)) as Ticket;

/** A ticket's facts and all that was said of it, together. */
export const withSaid = (facts: TicketFacts, { dangerWords, comment, ...said }: Said): Ticket => {
  const { excerpt: _, returnedBy: __, secrecy: ___, danger, rating, ...others } = facts;
  return withoutAbsent({
    ...others,
    ...said,
    danger: danger && { ...danger, words: dangerWords ?? [] },
    rating: rating && { ...rating, ...(comment !== undefined && { comment }) },
  });
};

/** What was said of a ticket before anything was. */
export const nothingSaid = (): Said => ({ matter: '', additions: [], returns: [], history: [] });

/** All that was said of a ticket. */
export const saidOf = ({
  matter,
  recording,
  place,
  sorting,
  outcome,
  additions,
  returns,
  history,
  danger,
  rating,
}: Ticket): Said => ({
  matter,
  recording,
  place,
  sorting,
  outcome,
  additions,
  returns,
  history,
  dangerWords: danger?.words,
  comment: rating?.comment,
});
