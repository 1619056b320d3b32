import type * as z from 'zod';
import { Refusal } from '#domain/errors.ts';

/** What was read, or a Refusal `request-invalid` that names the fields of this part of the request which make no sense. */
export const refuseUnless = <T>(result: z.ZodSafeParseResult<T>, part: string): T => {
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({ pointer: `/${[part, ...path].join('/')}`, detail: message }));
  throw new Refusal('request-invalid', undefined, fields);
};

/** JSON, or a Refusal `request-invalid`: what a provider sends is never anything else. */
export const jsonIn = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal('request-invalid', undefined, [{ pointer: '/body', detail: 'not JSON' }]);
  }
};
