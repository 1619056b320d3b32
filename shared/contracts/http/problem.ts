import * as z from 'zod';
import { type RefusalCode, refusals } from '#domain/errors.ts';

const codes = [...(Object.keys(refusals) as RefusalCode[]), 'busy' as const, 'internal-error' as const];

/** Problem details of RFC 9457, with our stable code and the fields that were wrong. Every error of every operation is one. */
export const Problem = z.strictObject({
  type: z.string().describe('`urn:hotline:problem:` and the code'),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string().describe('What to do about it.'),
  code: z.enum(codes),
  correlationId: z.string().describe('Finds the log lines of this request.'),
  errors: z
    .array(
      z.strictObject({
        pointer: z.string().describe('A JSON pointer into the request: `/body/contact/phone`, `/query/limit`.'),
        detail: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
