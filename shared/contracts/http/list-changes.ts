import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { DeskFilters } from './list-tickets.ts';
import { AcceptLanguage } from './reader-language.ts';
import { After, StaffListChanges } from './staff-list.ts';

export const listChangesContract = httpContract({
  name: 'list-changes',
  method: 'GET',
  path: '/desk/changes',
  summary: 'The desk reads what changed in a list of GET /desk/tickets since it was read.',
  roles: ['supervisor', 'agent'],
  get query() {
    return z.strictObject({ ...DeskFilters(), after: After() });
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: StaffListChanges() };
  },
  refusals: ['cursor-invalid'],
});
