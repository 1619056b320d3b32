import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { NumberInPath, TicketView } from './ticket-view.ts';

export const rateTicketContract = httpContract({
  name: 'rate-ticket',
  method: 'POST',
  path: '/tickets/{number}/rating',
  summary: 'A resident rates their own resolved ticket (评单): solved or not, one to five stars. This closes it.',
  roles: peopleWho('rate'),
  carriesOut: ['rate'],
  get params() {
    return NumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return commands.rate.input.shape.rating;
  },
  get responses() {
    return { 200: TicketView() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile', 'danger-told'],
});
