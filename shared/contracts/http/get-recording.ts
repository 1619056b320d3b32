import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { httpContract } from './http-contract.ts';
import { NumberInPath } from './ticket-view.ts';

/** Where a recording can be heard, and until when. */
export const RecordingLink = once(() => z.object({ url: z.url(), expiresAt: Instant }));

export const getRecordingContract = httpContract({
  name: 'get-recording',
  method: 'GET',
  path: '/tickets/{number}/recording',
  summary: 'The desk hears what a caller said, of a confidential one a supervisor alone: a link that holds for five minutes.',
  roles: ['supervisor', 'agent'],
  get params() {
    return NumberInPath();
  },
  get responses() {
    return { 200: RecordingLink() };
  },
  refusals: ['ticket-number-mistyped', 'ticket-unknown', 'recording-none', 'recording-not-there-yet'],
});
