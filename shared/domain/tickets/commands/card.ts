import * as z from 'zod';
import { Mark } from '#domain/district/schedule.ts';
import { command } from '#domain/tickets/command.ts';
import { statesWhere } from '#domain/tickets/states.ts';

/** 黄牌, 红牌, 督办: a limit nears or has passed. Each once per ticket and limit. */
export const card = command({
  name: 'card',
  from: statesWhere(({ clocks }) => clocks === 'run'),
  to: 'unchanged',
  roles: ['system'],
  get input() {
    return z.strictObject({ mark: Mark });
  },
  event: 'carded',
  get says() {
    return { mark: Mark };
  },
  isDone: (ticket, { mark }) => ticket.cards.some(({ limit, colour }) => limit === mark.limit && colour === mark.colour),
  change: (ticket, { mark }) => ({ ticket: { cards: [...ticket.cards, mark] }, event: { mark } }),
});
