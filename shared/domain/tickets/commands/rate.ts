import * as z from 'zod';
import { command } from '#domain/tickets/command.ts';
import { refuseDanger } from '#domain/tickets/danger-told.ts';
import { KeptRating, Rating } from '#domain/tickets/ticket.ts';

/** 评单: the reporter says whether it is solved, in the app or when the hotline rings. Refuses `danger-told`. */
export const rate = command({
  name: 'rate',
  from: ['resolved'],
  to: 'closed',
  roles: ['resident', 'system'],
  get input() {
    return z.strictObject({ rating: Rating });
  },
  event: 'rated',
  get says() {
    return { rating: KeptRating };
  },
  tells: (_, { rating }) => ({ comment: rating.comment }),
  isDone: (ticket, { rating }) => {
    const { solved, stars, comment } = ticket.rating ?? {};
    return solved === rating.solved && stars === rating.stars && comment === rating.comment;
  },
  change: (ticket, { rating }, { at, district }) => {
    refuseDanger(ticket, rating.comment, district);
    return { ticket: { rating: { ...rating, at }, closedAt: at }, event: { rating } };
  },
});
