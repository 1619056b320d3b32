import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { ListFilters, ListPages, StaffList } from './staff-list.ts';
import { DepartmentInPath } from './ticket-view.ts';

export const listDepartmentTicketsContract = httpContract({
  name: 'list-department-tickets',
  method: 'GET',
  path: '/departments/{department}/tickets',
  summary:
    'A department lists the tickets that are with it, open ones or those of a month that are done, by filters that combine; nothing is leased.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get query() {
    return z.strictObject({ ...ListFilters(), ...ListPages() });
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: StaffList() };
  },
  refusals: ['cursor-invalid'],
});
