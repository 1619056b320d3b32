import * as z from 'zod';

export const Env = z.object({
  TICKETS_TABLE: z.string().min(1),
  GROUPS_CLAIM: z.string().min(1),
  RECORDINGS_BUCKET: z.string().min(1),
});
