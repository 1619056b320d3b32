import * as z from 'zod';
import { once } from '#domain/once.ts';
import { openContract } from './http-contract.ts';
import { NumberInPath, WrittenPhone } from './ticket-view.ts';

/** By what somebody without an account names a ticket: its number, and the telephone that it was filed with. */
export const LookedUpBody = once(() => z.strictObject({ number: NumberInPath().shape.number, phone: WrittenPhone() }));

export const askForCodeContract = openContract({
  name: 'ask-for-code',
  method: 'POST',
  path: '/look-ups',
  summary:
    'Anybody asks for a code with which to read one ticket. The code is texted to the telephone that the ticket was filed with, if it is this one and no account filed it (then its reporter signs in), and if it did not end long ago; the answer is the same in each case, and if there is no such ticket. Who asks again within a minute is sent no other code.',
  get body() {
    return LookedUpBody();
  },
  get responses() {
    return { 202: z.object({ goodForMinutes: z.int().describe('So long a code is good, if one is sent.') }) };
  },
  refusals: ['ticket-number-mistyped', 'phone-not-texted', 'too-many-codes'],
});
