import type * as z from 'zod';
import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { NumberInPath, StaffTicketView } from './ticket-view.ts';

type Input = z.output<typeof commands.correct.input>;

const correctsSomething = ({ reason: _, ...corrected }: Input): boolean =>
  Object.values(corrected).some((value) => value !== undefined);
const isConsistent = ({ danger, urgent }: Input): boolean => !(danger === 'danger' && urgent === false);

export const correctTicketContract = httpContract({
  name: 'correct-ticket',
  method: 'POST',
  path: '/desk/tickets/{number}/correction',
  summary:
    'The desk corrects kind, category, area, urgency or danger of an open ticket, with a reason (更正). Its due dates are worked out again from the opening; a ticket that has no department yet is routed anew.',
  roles: peopleWho('correct'),
  carriesOut: ['correct'],
  get params() {
    return NumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return commands.correct.input
      .refine(correctsSomething, { error: 'say what is corrected: kind, category, area, urgent or danger' })
      .refine(isConsistent, { error: 'danger to people is urgent', path: ['urgent'] })
      .meta({ minProperties: 2 });
  },
  get responses() {
    return { 200: StaffTicketView() };
  },
  refusals: [
    'ticket-number-mistyped',
    'ticket-unknown',
    'category-unknown',
    'area-unknown',
    'state-not-allowed',
    'ticket-changed-meanwhile',
  ],
});
