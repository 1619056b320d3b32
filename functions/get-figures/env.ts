import * as z from 'zod';

export const Env = z.object({ FIGURES_TABLE: z.string().min(1), GROUPS_CLAIM: z.string().min(1) });
