import * as z from 'zod';

export const Env = z.object({ TICKETS_TABLE: z.string().min(1) });
