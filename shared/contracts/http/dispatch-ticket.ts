import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { NumberInPath, StaffTicketView } from './ticket-view.ts';

export const dispatchTicketContract = httpContract({
  name: 'dispatch-ticket',
  method: 'POST',
  path: '/desk/tickets/{number}/dispatch',
  summary:
    'An agent names the department by hand (派单), a supervisor also that of an open ticket which another department has (改派). Both may correct kind and category; the due date is then worked out again.',
  roles: [...peopleWho('dispatch'), ...peopleWho('reassign')],
  carriesOut: ['dispatch', 'reassign'],
  get params() {
    return NumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return commands.dispatch.input.omit({ rule: true });
  },
  get responses() {
    return { 200: StaffTicketView() };
  },
  refusals: [
    'ticket-number-mistyped',
    'ticket-unknown',
    'department-unknown',
    'category-unknown',
    'state-not-allowed',
    'ticket-changed-meanwhile',
  ],
});
