import * as z from 'zod';
import { NO_MATTERS } from '#domain/calls/no-matters.ts';
import { DangerAdvice } from '#domain/district/danger/advice.ts';
import { TicketKind } from '#domain/district/kinds.ts';
import { once } from '#domain/once.ts';
import { Intake } from '#domain/tickets/open-ticket.ts';
import { httpContract } from './http-contract.ts';
import { AcceptLanguage } from './reader-language.ts';

const Probability = once(() => z.number().min(0).max(1).describe('How probable it is; absent where words alone decided.'));

/** What something is taken for, with its name. */
const guessOf = <Id extends z.ZodType<string>>(id: Id) =>
  z.object({
    id,
    name: z.string(),
    sure: z.boolean().describe('Not sure: a person should look at it, and at the alternatives.'),
    probability: Probability().optional(),
    alternatives: z.array(z.object({ id, name: z.string(), probability: Probability() })).describe('The most probable first.'),
  });

/** Words of the matter that spoke for its category, by their places as JavaScript counts them. */
const Reason = once(() => z.object({ word: z.string(), at: z.int(), end: z.int() }));

export const understandMatterContract = httpContract({
  name: 'understand-matter',
  method: 'POST',
  path: '/matters/understanding',
  summary:
    'Says what the hotline understands of a matter before it is filed: what it is about, of what kind, where, and whether it speaks of danger. Nothing is written; what is filed without kind, category or area is understood in the same way.',
  roles: ['resident', 'agent', 'supervisor'],
  get headers() {
    return AcceptLanguage();
  },
  get body() {
    return z.strictObject(Intake().pick({ matter: true, place: true }).shape);
  },
  get responses() {
    return {
      200: z.object({
        category: guessOf(z.string()),
        kind: guessOf(TicketKind),
        area: z.object({
          id: z.string(),
          name: z.string().describe('From the town down; the name of the district where no place was understood.'),
          sure: z
            .boolean()
            .describe(
              'Whether the words name an area; where a place is given that names none, the area of the matter is a doubt.',
            ),
          alternatives: z
            .array(z.object({ id: z.string(), name: z.string() }))
            .describe('What may be meant instead, or more precisely.'),
        }),
        words: z.array(Reason()),
        danger: DangerAdvice().optional(),
        noMatter: z
          .enum(NO_MATTERS)
          .optional()
          .describe(
            'The words are no matter, as on the phone: they say nothing that could be done (a greeting), or only ask for a person. Ask what it is about before it is filed.',
          ),
      }),
    };
  },
  refusals: [],
});
