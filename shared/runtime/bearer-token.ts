import * as z from 'zod';
import { Refusal } from '#domain/errors.ts';

const Payload = z.looseObject({ iss: z.string(), sub: z.string() });
type Payload = z.infer<typeof Payload>;

/** API Gateway takes the token with the word Bearer or without it. Three parts of base64url (RFC 7515). */
const TOKEN = /^(?:Bearer +)?[\w-]+\.([\w-]+)\.[\w-]*$/i;

const payloadIn = (authorization: string): Payload | undefined => {
  const [, payload] = TOKEN.exec(authorization.trim()) ?? [];
  if (payload === undefined) return undefined;
  try {
    return Payload.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
};

/**
 * The claims of the token in the Authorization header, as its issuer wrote them. The JWT authorizer has verified this token
 * and hands its claims over as text; there a list of groups is `[a b]`, and one group with a blank looks like two. So the
 * header is read again, and nothing is verified here. Throws Refusal `unauthenticated` when the authorizer saw no token, or
 * one of another person or issuer.
 */
export const bearerClaims = (
  authorization: string | undefined,
  verified: Readonly<Record<string, unknown>> | undefined,
): Payload => {
  const payload = verified && authorization !== undefined ? payloadIn(authorization) : undefined;
  if (!payload || payload.sub !== verified?.sub || payload.iss !== verified.iss) throw new Refusal('unauthenticated');
  return payload;
};
