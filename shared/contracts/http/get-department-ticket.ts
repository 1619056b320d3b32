import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { DepartmentAndNumberInPath, StaffTicketView } from './ticket-view.ts';

export const getDepartmentTicketContract = httpContract({
  name: 'get-department-ticket',
  method: 'GET',
  path: '/departments/{department}/tickets/{number}',
  summary: 'A department reads a ticket that is with it.',
  roles: ['department'],
  get params() {
    return DepartmentAndNumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: StaffTicketView() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown'],
});
