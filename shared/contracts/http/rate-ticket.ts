import { Rating } from '../../domain/ticket.ts';
import { httpContract } from './http-contract.ts';
import { NumberInPath, TicketView } from './ticket-view.ts';

export const rateTicketContract = httpContract({
  name: 'rate-ticket',
  method: 'POST',
  path: '/tickets/{number}/rating',
  summary: 'A resident rates their own resolved ticket (评单): solved or not, one to five stars. This closes it.',
  roles: ['resident'],
  params: NumberInPath,
  body: Rating,
  responses: { 200: TicketView },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile'],
});
