import * as z from 'zod';

export const Env = z.object({ TOPIC_ARN: z.string().min(1), RETRY_QUEUE_URL: z.url() });
