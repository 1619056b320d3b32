import * as z from 'zod';
import { reference } from '#domain/text/reference.ts';
import { Lease } from './acknowledge-work.ts';
import { httpContract } from './http-contract.ts';

export const finishCallBackContract = httpContract({
  name: 'finish-call-back',
  method: 'POST',
  path: '/desk/call-backs/{id}/completion',
  summary: 'An agent has rung a caller back: it is done, or it comes again in half an hour, as often as the district tries.',
  roles: ['agent'],
  get params() {
    return z.strictObject({ id: reference({ max: 120 }) });
  },
  get body() {
    return z.strictObject({
      lease: Lease(),
      outcome: z.enum(['reached', 'unreached']),
      again: z.boolean().default(true).describe('Whether somebody is to try again when the caller was not reached.'),
    });
  },
  get responses() {
    return { 200: z.object({ done: z.boolean().describe('False when it comes again.') }) };
  },
  refusals: ['lease-invalid'],
});
