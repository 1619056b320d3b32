import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { httpContract } from './http-contract.ts';
import { DepartmentInPath } from './ticket-view.ts';

export const getDepartmentWorkContract = httpContract({
  name: 'get-department-work',
  method: 'GET',
  path: '/departments/{department}/work',
  summary: 'A department reads how much work waits for it: tickets that it has not accepted, and messages in its queue.',
  roles: ['department'],
  get params() {
    return DepartmentInPath();
  },
  get responses() {
    return {
      200: z.object({
        notAccepted: z.int().describe('Open tickets that are with it, and that nobody of it has accepted.'),
        since: Instant.optional().describe('When the oldest of these was opened.'),
        acceptBy: Instant.optional().describe('When the first of these is to be accepted.'),
        queue: z
          .object({
            waiting: z.int().describe('To be leased by a program; what is accepted meanwhile leaves when a program asks next.'),
            leased: z.int().describe('Leased, or put off.'),
          })
          .describe('About so many messages.'),
      }),
    };
  },
  refusals: ['department-unknown'],
});
