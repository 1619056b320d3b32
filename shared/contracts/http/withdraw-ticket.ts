import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { NumberInPath, TicketView } from './ticket-view.ts';

export const withdrawTicketContract = httpContract({
  name: 'withdraw-ticket',
  method: 'POST',
  path: '/tickets/{number}/withdrawal',
  summary: 'A resident withdraws their own ticket (撤回) that is not resolved yet. Twice is the same as once.',
  roles: peopleWho('withdraw'),
  carriesOut: ['withdraw'],
  get params() {
    return NumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return commands.withdraw.input;
  },
  get responses() {
    return { 200: TicketView() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile', 'danger-told'],
});
