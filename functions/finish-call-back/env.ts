import * as z from 'zod';

export const Env = z.object({ TICKETS_TABLE: z.string().min(1), CALL_BACKS_QUEUE_URL: z.url(), GROUPS_CLAIM: z.string().min(1) });
