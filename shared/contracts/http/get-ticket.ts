import * as z from 'zod';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { NumberInPath, StaffTicketView, TicketView } from './ticket-view.ts';

export const getTicketContract = httpContract({
  name: 'get-ticket',
  method: 'GET',
  path: '/tickets/{number}',
  summary: 'Reads one ticket: a resident their own, agents and supervisors any.',
  roles: ['supervisor', 'agent', 'resident'],
  get params() {
    return NumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get responses() {
    return { 200: z.union([StaffTicketView(), TicketView()]) };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown'],
});
