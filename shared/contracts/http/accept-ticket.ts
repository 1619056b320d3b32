import { peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { DepartmentAndNumberInPath, StaffTicketView } from './ticket-view.ts';

export const acceptTicketContract = httpContract({
  name: 'accept-ticket',
  method: 'POST',
  path: '/departments/{department}/tickets/{number}/acceptance',
  summary: 'A department signs for a ticket (签收). Twice is the same as once.',
  roles: peopleWho('accept'),
  carriesOut: ['accept'],
  get params() {
    return DepartmentAndNumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: StaffTicketView() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile'],
});
