import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { OwnTicketSummary, Paging, pageOf } from './ticket-view.ts';

export const listOwnTicketsContract = httpContract({
  name: 'list-own-tickets',
  method: 'GET',
  path: '/tickets',
  summary: 'A resident lists the tickets that they filed, newest first; GET /tickets/{number} tells all of one.',
  roles: ['resident'],
  get query() {
    return z.strictObject(Paging());
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: pageOf(OwnTicketSummary()) };
  },
  refusals: ['cursor-invalid'],
});
