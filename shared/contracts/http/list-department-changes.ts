import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { After, ListFilters, StaffListChanges } from './staff-list.ts';
import { DepartmentInPath } from './ticket-view.ts';

export const listDepartmentChangesContract = httpContract({
  name: 'list-department-changes',
  method: 'GET',
  path: '/departments/{department}/changes',
  summary: 'A department reads what changed in a list of its tickets since it was read; nothing where nothing happened.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get query() {
    return z.strictObject({ ...ListFilters(), after: After() });
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: StaffListChanges() };
  },
  refusals: ['cursor-invalid'],
});
