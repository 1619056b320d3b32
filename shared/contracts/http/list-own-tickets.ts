import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { Paging, pageOf, TicketView } from './ticket-view.ts';

export const listOwnTicketsContract = httpContract({
  name: 'list-own-tickets',
  method: 'GET',
  path: '/tickets',
  summary: 'A resident reads the tickets that they filed, newest first.',
  roles: ['resident'],
  query: z.strictObject(Paging),
  responses: { 200: pageOf(TicketView) },
  refusals: ['cursor-invalid'],
});
