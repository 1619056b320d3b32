import * as z from 'zod';
import { Instant } from '#domain/instant.ts';
import { once } from '#domain/once.ts';
import { StoredTelephone } from '#domain/telephone/stored-telephone.ts';

/** A conversation ends long before; a caller (or machine) that goes on gets no further turn. */
export const MOST_TURNS = 200;

/** One answer of the caller, as the conversation takes it; `step` is its place in the call, from 0. */
export const Turn = once(() => z.looseObject({ step: z.int().min(0), answer: z.record(z.string(), z.string()) }));
export type Turn = z.infer<ReturnType<typeof Turn>>;

/** A phone call in progress: what was answered so far. The conversation's state is its fold. */
export const Call = once(() =>
  z.looseObject({
    /** `<provider>:<the provider's id of the call>`. */
    id: z.string().min(1).max(200),
    startedAt: Instant,
    /** The other end's number; absent when it is withheld. */
    phone: StoredTelephone.optional(),
    turns: z.array(Turn()),
    /** Its end is written, and nothing was heard of it since. */
    ended: z.boolean().optional(),
  }),
);
export type Call = z.infer<ReturnType<typeof Call>>;
