import type { HttpContract } from '#contracts/http/http-contract.ts';
import type { Authorised } from '#runtime/caller.ts';
import { GROUPS_CLAIM, subjects } from './seeded-hotline.ts';

/** Claims as API Gateway hands them over: everything is text, a list is `[a b]`. */
export const claimsOf = (subject: string, groups?: unknown): Record<string, unknown> => ({
  sub: subject,
  iss: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Sample000',
  'cognito:username': subject,
  token_use: 'id',
  ...(groups !== undefined && { [GROUPS_CLAIM]: groups }),
});

/** The people of the routes × roles table. */
export const people = {
  owner: claimsOf(subjects.owner),
  otherResident: claimsOf(subjects.otherResident, '[resident]'),
  agent: claimsOf(subjects.agent, '[agent]'),
  supervisor: claimsOf(subjects.supervisor, '[supervisor]'),
  water: claimsOf(subjects.water, '[department:water]'),
  power: claimsOf(subjects.power, '[department:power]'),
} as const;
export type PersonName = keyof typeof people;

/** What a client sends; a body that is no text is sent as JSON. */
export interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: unknown;
}

/** The event that an HTTP API hands to the function of an operation (payload 2.0); without claims nobody was signed in. */
export const httpEvent = (
  { method, path }: Pick<HttpContract, 'method' | 'path'>,
  { params = {}, query, headers = {}, body }: Sent,
  claims?: Record<string, unknown>,
): Authorised => {
  const rawPath = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    ...(query && { queryStringParameters: query }),
    ...(path.includes('{') && { pathParameters: params }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'sampleapi0',
      domainName: 'sampleapi0.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'sampleapi0',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      requestId: 'Test0request=',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '23/Nov/2026:02:30:00 +0000',
      timeEpoch: 1795401000000,
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
    ...(text !== undefined && { body: text }),
    isBase64Encoded: false,
  };
};
