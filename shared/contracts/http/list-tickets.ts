import * as z from 'zod';
import { once } from '#domain/once.ts';
import { reference } from '#domain/text/reference.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { Flag, ListFilters, ListPages, StaffList } from './staff-list.ts';
import { WrittenPhone } from './ticket-view.ts';

/** What the desk filters by: a clerk must not find out who asked by trying numbers, so only the desk has the last one. */
export const DeskFilters = once(() => ({
  ...ListFilters(),
  department: reference({ max: 60 }).optional(),
  desk: Flag().optional().describe('Whether no department has the open ticket, or it is to be asked if somebody is in danger.'),
  phone: WrittenPhone().optional().describe('Of the reporter, where the reader may know them.'),
}));

export const listTicketsContract = httpContract({
  name: 'list-tickets',
  method: 'GET',
  path: '/desk/tickets',
  summary: 'The desk lists open tickets, or those of a month that are done, by any filters, with counts.',
  roles: ['supervisor', 'agent'],
  get query() {
    return z.strictObject({ ...DeskFilters(), ...ListPages() });
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: StaffList() };
  },
  refusals: ['cursor-invalid'],
});
