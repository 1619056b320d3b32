import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { DepartmentAndNumberInPath, StaffTicketView } from './ticket-view.ts';

export const resolveTicketContract = httpContract({
  name: 'resolve-ticket',
  method: 'POST',
  path: '/departments/{department}/tickets/{number}/resolution',
  summary: 'A department says what was done (办结).',
  roles: peopleWho('resolve'),
  carriesOut: ['resolve'],
  get params() {
    return DepartmentAndNumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return commands.resolve.input;
  },
  get responses() {
    return { 200: StaffTicketView() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile'],
});
