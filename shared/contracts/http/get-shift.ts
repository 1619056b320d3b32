import * as z from 'zod';
import { Ratio } from '#domain/figures/rates.ts';
import { Day, Instant } from '#domain/instant.ts';
import { httpContract } from './http-contract.ts';

export const getShiftContract = httpContract({
  name: 'get-shift',
  method: 'GET',
  path: '/desk/shift',
  summary: 'The desk reads how the shift stands. Everybody who asks within a quarter of a minute may get the same figures.',
  roles: ['supervisor', 'agent'],
  get responses() {
    return {
      200: z.object({
        asOf: Instant.describe('When callers and tickets were looked at.'),
        callBacks: z
          .object({ waiting: z.int(), since: Instant.optional() })
          .describe(
            'Callers who are still to be rung back, also those whom somebody has taken; since when the first of them waits.',
          ),
        calls: z
          .object({ day: Day, connect: Ratio(), asOf: Instant.optional() })
          .describe('接通率 of the calls of this local day that have ended; what came in before `asOf` is counted.'),
        tickets: z
          .object({
            waiting: z.int(),
            oldest: z.object({ number: z.string(), openedAt: Instant }).optional(),
          })
          .describe(
            'Open tickets that no department has, or of which it is to be asked if somebody is in danger; the oldest one.',
          ),
      }),
    };
  },
  refusals: [],
});
