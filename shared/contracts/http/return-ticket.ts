import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { DepartmentAndNumberInPath, StaffTicketView } from './ticket-view.ts';

export const returnTicketContract = httpContract({
  name: 'return-ticket',
  method: 'POST',
  path: '/departments/{department}/tickets/{number}/return',
  summary: 'A department says that a ticket is not theirs, and why (退单).',
  roles: peopleWho('return'),
  carriesOut: ['return'],
  get params() {
    return DepartmentAndNumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return commands.return.input;
  },
  get responses() {
    return { 200: StaffTicketView() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile'],
});
