import * as z from 'zod';

/** It touches no port of a table: it reads the stream, and writes to a topic and a queue of its own. */
export const Env = z.object({ TOPIC_ARN: z.string().min(1), RETRY_QUEUE_URL: z.url() });
