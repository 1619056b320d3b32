import * as z from 'zod';
import { once } from '#domain/once.ts';

/** So long the hotline remembers a key, and answers it with the same ticket. */
export const KEY_DAYS = 30;

const SEND = 'send an Idempotency-Key of 8 to 100 printable characters without blanks and commas, a new one for each new matter';

/** Whose request came before: the same key and body are answered with the same ticket. */
export const IdempotencyHeaders = once(() =>
  z.object({
    'idempotency-key': z
      .string(`it is missing: ${SEND}; the same key and body then answer the same ticket for ${KEY_DAYS} days`)
      .regex(/^[\x21-\x2b\x2d-\x7e]{8,100}$/, SEND)
      .describe(
        `A new one for each new matter, such as a UUID; it may stand once. Send a request whose answer got lost again with the same key and body: for ${KEY_DAYS} days it is answered with the ticket that it opened, and with 422 if the body is another. After that the same key opens a new ticket.`,
      ),
  }),
);
