import * as z from 'zod';

export const Env = z.object({ WORK_QUEUE_PREFIX: z.string().min(1), GROUPS_CLAIM: z.string().min(1) });
