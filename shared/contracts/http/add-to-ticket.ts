import * as z from 'zod';
import { DangerAdvice } from '#domain/district/danger/advice.ts';
import { commands, peopleWho } from '#domain/tickets/commands.ts';
import { FilingWarning } from '#domain/tickets/filing-warnings.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { NumberInPath, TicketView } from './ticket-view.ts';

export const addToTicketContract = httpContract({
  name: 'add-to-ticket',
  method: 'POST',
  path: '/tickets/{number}/additions',
  summary: 'A resident adds to their own ticket; the same text twice is added once.',
  roles: peopleWho('add'),
  carriesOut: ['add'],
  get params() {
    return NumberInPath();
  },
  get headers() {
    return AcceptLanguage();
  },
  // Where it is, only the phone asks.
  get body() {
    return commands.add.input.omit({ isPlace: true });
  },
  get responses() {
    return { 200: TicketView().extend({ danger: DangerAdvice().optional(), warnings: z.array(FilingWarning()).optional() }) };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'state-not-allowed', 'ticket-changed-meanwhile', 'too-many-additions'],
});
