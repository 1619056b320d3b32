import type { HttpContract } from '#contracts/http/http-contract.ts';
import { isObject, type Json, mergePatch } from './merge-patch.ts';
import { baseNamed, personNamed } from './sample.ts';

/** An event of an HTTP API (payload 2.0), as far as it is made here. */
export interface WebEvent extends Json {
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  headers: Record<string, string>;
  body?: string;
  isBase64Encoded: boolean;
  requestContext: { timeEpoch: number; http: { method: HttpContract['method'] } };
}

/** What a client sends; a body that is no text is sent as JSON, or as a form where the content type says so. */
export interface Sent {
  params?: Record<string, string> | undefined;
  query?: Record<string, string> | undefined;
  headers?: Record<string, string> | undefined;
  body?: unknown;
}

const textOf = (body: unknown, contentType = ''): string => {
  if (typeof body === 'string') return body;
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  return isForm ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body);
};

/** A base with a route and with what a client sends; its body is still text. */
export const requestTo = (
  base: Json,
  { method, path }: Pick<HttpContract, 'method' | 'path'>,
  { params = {}, query, headers, body }: Sent,
): Json => {
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const routeKey = `${method} ${path}`;
  const { body: usual, ...rest } = base;
  const event = mergePatch(rest, {
    routeKey,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers,
    queryStringParameters: query ?? null,
    pathParameters: path.includes('{') ? params : null,
    requestContext: { routeKey, http: { method, path: rawPath } },
  }) as WebEvent;
  // A body has no members to delete where the base has none: there its null is sent as it is.
  const whole = isObject(usual) && (body === undefined || isObject(body)) ? mergePatch(usual, body ?? {}) : body;
  if (whole === undefined) {
    const { 'content-type': _, 'content-length': __, ...others } = event.headers;
    return { ...event, headers: others };
  }
  return { ...event, body: textOf(whole, event.headers['content-type']) };
};

/** Writes down how long the body is, where the base has that header, and encodes it where the event says that it is. */
export const sealed = (event: WebEvent): WebEvent => {
  const { body, isBase64Encoded, headers } = event;
  if (body === undefined) return event;
  const length = 'content-length' in headers && { 'content-length': String(Buffer.byteLength(body)) };
  return {
    ...event,
    headers: { ...headers, ...length },
    body: isBase64Encoded ? Buffer.from(body).toString('base64') : body,
  };
};

type Jwt = { authorizer: { jwt: { claims: Json } } };

/** The claims in the token of a person of `events/people.json`. */
export const claimsOfPerson = (name: string): Json => {
  const { authorizer } = baseNamed('http').requestContext as Jwt;
  return { ...authorizer.jwt.claims, ...personNamed(name) };
};

/** A claim as API Gateway hands it over: everything is text, a list is `[a b]`. */
const handedOver = (claim: unknown): unknown => {
  if (Array.isArray(claim)) return `[${claim.join(' ')}]`;
  return typeof claim === 'number' || typeof claim === 'boolean' ? String(claim) : claim;
};

/** The header of a token with these claims. Nothing behind the authorizer looks at the signature, so it is none. */
export const bearerOf = (claims: Json): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `Bearer ${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.not-signed`;
};

/** A request to an operation that is not sealed yet; without claims nobody is signed in. */
export const signedInRequest = (contract: Pick<HttpContract, 'method' | 'path'>, sent: Sent, claims?: Json): Json => {
  const request = requestTo(baseNamed('http'), contract, sent);
  if (!claims) return mergePatch(request, { requestContext: { authorizer: null }, headers: { authorization: null } }) as Json;
  const { authorizer, ...requestContext } = request.requestContext as Jwt;
  const given = Object.fromEntries(Object.entries(claims).map(([name, claim]) => [name, handedOver(claim)]));
  return {
    ...request,
    headers: { ...(request.headers as Json), authorization: bearerOf(claims) },
    requestContext: { ...requestContext, authorizer: { jwt: { ...authorizer.jwt, claims: given } } },
  };
};

/** The event that an HTTP API hands to the function of an operation. */
export const httpEvent = (contract: Pick<HttpContract, 'method' | 'path'>, sent: Sent, claims?: Json): WebEvent =>
  sealed(signedInRequest(contract, sent, claims) as WebEvent);
