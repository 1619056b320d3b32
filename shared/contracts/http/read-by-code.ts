import * as z from 'zod';
import { freeText } from '#domain/text/free-text.ts';
import { LookedUpBody } from './ask-for-code.ts';
import { openContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';
import { TicketView } from './ticket-view.ts';

export const readByCodeContract = openContract({
  name: 'read-by-code',
  method: 'POST',
  path: '/look-ups/readings',
  summary:
    'Anybody reads one ticket as its reporter does, by the code that was texted to the telephone which it was filed with. A code is good for two minutes after it was first used, since an answer may be lost. Nothing can be done to the ticket by it, so that `actions` is empty.',
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return LookedUpBody().extend({ code: freeText({ max: 20, description: 'The six digits of the text.' }) });
  },
  get responses() {
    return {
      200: TicketView().extend({ isOpen: z.boolean().describe('Whether its clocks run, so that its due dates still count.') }),
    };
  },
  refusals: ['ticket-number-mistyped', 'phone-not-texted', 'code-not-right'],
});
