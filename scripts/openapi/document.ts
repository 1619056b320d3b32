import type { HttpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { Problem } from '#contracts/http/problem.ts';
import { refusalsOf } from '#contracts/http/refusals-of.ts';
import { Busy, Refusal, type RefusalCode } from '#domain/errors.ts';
import { problemOf, secondsUntilAgain, statusOf } from '#runtime/problem.ts';
import { GATEWAY_MESSAGE, gatewayContent, gatewayResponse, gatewaySentence } from './gateway.ts';
import { type Json, schemaIn } from './schemas.ts';

/** A header as people write it: `Idempotency-Key`. */
const headerName = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());

const parameters = (schemas: Json, { params, query, headers }: HttpContract): Json[] =>
  (
    [
      ['path', params],
      ['query', query],
      ['header', headers],
    ] as const
  ).flatMap(([place, schema]) => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaIn(schemas, schema, 'input') as { properties?: Json; required?: string[] };
    return Object.entries(properties).map(([name, property]) => ({
      name: place === 'header' ? headerName(name) : name,
      in: place,
      required: required.includes(name),
      schema: property,
    }));
  });

/** What a client must send to be answered 304. */
const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  schema: { type: 'string', description: 'The ETag of the answer that the client has kept.' },
};

const SUCCESSES: Record<string, string> = {
  200: 'Done, or done before.',
  201: 'Done now for the first time.',
  202: 'Taken; what comes of it is not said here.',
};

const headers = { 'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' } };

const RETRY_AFTER = { $ref: '#/components/headers/RetryAfter' };

const EXAMPLE_ID = 'c0rre1a7i0n=';

const problemResponse = (status: number, codes: readonly RefusalCode[]): Json => {
  const examples = codes.map((code) => [code, { $ref: `#/components/examples/${code}` }]);
  const gateway = gatewaySentence(status);
  return {
    description: codes.map((code) => `\`${code}\``).join(', ') + (gateway && `. ${gateway}`),
    headers: codes.some((code) => secondsUntilAgain(new Refusal(code))) ? { ...headers, 'Retry-After': RETRY_AFTER } : headers,
    content: {
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: Object.fromEntries(examples) },
      ...(gateway && gatewayContent(status)),
    },
  };
};

const operationOf = (schemas: Json, contract: HttpContract): Json => {
  const codes = refusalsOf(contract);
  const statuses = [...new Set(codes.map((code) => statusOf[code]))].sort();
  const successes = Object.entries(contract.responses).map(([status, schema]) => [
    status,
    {
      description: SUCCESSES[status],
      headers: {
        ...headers,
        ...(contract.saysWhenToAskAgain && { 'Retry-After': RETRY_AFTER }),
        ...(contract.keptSeconds !== undefined && { ETag: { $ref: '#/components/headers/ETag' } }),
      },
      content: { 'application/json': { schema: schemaIn(schemas, schema, 'output') } },
    },
  ]);
  const refused = statuses.map((status) => [
    status,
    problemResponse(
      status,
      codes.filter((code) => statusOf[code] === status),
    ),
  ]);
  return {
    operationId: contract.name,
    tags: [contract.path.split('/')[1]],
    summary: contract.summary,
    description: contract.isOpen ? 'For anybody, without signing in.' : `For: ${contract.roles.join(', ')}.`,
    ...(contract.isOpen && { security: [] }),
    'x-roles': contract.roles,
    parameters: [...parameters(schemas, contract), ...(contract.keptSeconds === undefined ? [] : [IF_NONE_MATCH])],
    ...(contract.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaIn(schemas, contract.body, 'input') } } },
    }),
    responses: {
      404: { $ref: '#/components/responses/NoSuchRoute' },
      429: { $ref: '#/components/responses/TooManyRequests' },
      ...Object.fromEntries([...successes, ...refused]),
      ...(contract.keptSeconds !== undefined && { 304: { description: 'The client has kept it, and it is still the same.' } }),
      503: { $ref: '#/components/responses/Busy' },
      default: { $ref: '#/components/responses/InternalError' },
    },
  };
};

const DESCRIPTION = `The API of a district's public hotline: residents file matters and rate the results, the desk opens, lists and
dispatches tickets, departments fetch their work and say what became of it.

Sign in with an OpenID Connect token. Its groups say who you are: \`agent\`, \`supervisor\`, \`department:<id>\`; all others
are residents. What is not yours is answered as what does not exist. Unknown fields and query parameters are
refused. Send UTF-8. Lengths of texts are counted in Unicode code points, once blanks at the ends and signs that turn the
direction of writing are taken off; half signs, noncharacters and control characters other than line breaks and tabs are
refused. Every error of the hotline is a problem (RFC 9457) whose \`code\` stays the same while its sentences may change. The
gateway before it answers some requests itself, as \`application/json\`: 401, 404, 429 and 503 say when.

The phone's webhooks are no part of this document: they speak their provider's language, carry its signature and no token.`;

const INTERNAL_ERROR: Json = {
  description: '`internal-error`: the hotline failed; asking again does no harm.',
  headers,
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: problemOf(new Error(), EXAMPLE_ID),
    },
    ...gatewayContent(),
  },
};

const BUSY: Json = {
  description: `\`busy\`: the hotline can not do this at this moment; the same request may be sent again. ${gatewaySentence(503)}`,
  headers: { ...headers, 'Retry-After': RETRY_AFTER },
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      example: problemOf(new Busy(), EXAMPLE_ID),
    },
    ...gatewayContent(503),
  },
};

const INFO: Json = {
  title: 'Hotline 81890',
  version: '1.0.0',
  description: DESCRIPTION,
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

const TOKEN: Json = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'A token of the deployment’s OpenID Connect issuer.',
};

const pathsOf = (schemas: Json, contracts: readonly HttpContract[]): Record<string, Json> => {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operationOf(schemas, contract) };
  }
  return paths;
};

const tagsOf = (contracts: readonly HttpContract[]): Json[] =>
  [...new Set(contracts.map(({ path }) => path.split('/')[1]))].map((name) => ({ name }));

/** An example of each problem that any operation may answer with. */
const examplesOf = (contracts: readonly HttpContract[]): Json => {
  const codes = [...new Set(contracts.flatMap(refusalsOf))].sort();
  return Object.fromEntries(codes.map((code) => [code, { value: problemOf(new Refusal(code), EXAMPLE_ID) }]));
};

const sorted = (schemas: Json): Json =>
  Object.fromEntries(Object.entries(schemas).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The OpenAPI 3.1 document of the whole API, made from its contracts alone. */
export const openApiDocument = (contracts: readonly HttpContract[] = operations): Json => {
  const schemas: Json = {};
  const paths = pathsOf(schemas, contracts);
  schemaIn(schemas, Problem, 'output');
  return {
    openapi: '3.1.1',
    info: INFO,
    servers: [{ url: '/', description: 'The address of the deployment: the output ApiUrl of its service stack.' }],
    security: [{ token: [] }],
    tags: tagsOf(contracts),
    paths,
    components: {
      securitySchemes: { token: TOKEN },
      headers: {
        CorrelationId: { description: 'Finds the log lines of this request.', schema: { type: 'string' } },
        ETag: { description: 'Names this answer: send it as If-None-Match.', schema: { type: 'string' } },
        RetryAfter: { description: 'After so many seconds it is worth asking again.', schema: { type: 'integer', minimum: 1 } },
      },
      responses: {
        Busy: BUSY,
        InternalError: INTERNAL_ERROR,
        NoSuchRoute: gatewayResponse(404),
        TooManyRequests: gatewayResponse(429),
      },
      examples: examplesOf(contracts),
      schemas: sorted({ ...schemas, GatewayMessage: GATEWAY_MESSAGE }),
    },
  };
};

/** The document as it stands in openapi.json. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
