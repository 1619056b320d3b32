import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { NumberInPath, StaffTicketView } from './ticket-view.ts';

export const correctTicketContract = httpContract({
  name: 'correct-ticket',
  method: 'POST',
  path: '/desk/tickets/{number}/correction',
  summary:
    'The desk corrects kind, category, area, urgency or danger of an open ticket, with a reason (更正). Its due dates are worked out again from the opening; a ticket that has no department yet is routed anew.',
  roles: peopleWho('correct'),
  params: NumberInPath,
  body: commands.correct.input,
  responses: { 200: StaffTicketView },
  refusals: [
    'ticket-number-mistyped',
    'ticket-unknown',
    'category-unknown',
    'area-unknown',
    'state-not-allowed',
    'ticket-changed-meanwhile',
  ],
});
