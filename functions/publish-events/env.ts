import * as z from 'zod';
import type { Touches } from '#ports/ports.ts';
import { environmentOf } from '#ports/variables.ts';

/** Beside the stream it reads the ticket of an assignment: what the unit is to do stands in no event. */
export const touches = { store: ['get'] } as const satisfies Touches;
export const Env = environmentOf(touches, { TOPIC_ARN: z.string().min(1), RETRY_QUEUE_URL: z.url() });
