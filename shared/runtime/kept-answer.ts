import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Authorised } from './caller.ts';
import type { Middleware } from './lambda.ts';

interface Asked {
  /** What who asks has kept already, and whether they read what is compressed. */
  asked: { kept: string[]; readsGzip: boolean };
}

/** The entity tags of If-None-Match; a weak one is as good, since nothing here is read in parts. */
const tagsIn = (header = ''): string[] => header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));

const compressed = async (answer: APIGatewayProxyStructuredResultV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const { gzipSync } = await import('node:zlib');
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip' },
    body: gzipSync(answer.body ?? '').toString('base64'),
    isBase64Encoded: true,
  };
};

/**
 * Answers what clients may keep for so many seconds: 304 and nothing more to who has it already, by the header ETag that the
 * operation gave; compressed to who can read that, since the gateway compresses nothing.
 */
export const keptAnswer = (keptSeconds: number | undefined): Middleware<Authorised, Asked> => ({
  before: ({ event, internal }) => {
    if (keptSeconds === undefined) return;
    const { 'if-none-match': kept, 'accept-encoding': encodings = '' } = event.headers ?? {};
    internal.asked = { kept: tagsIn(kept), readsGzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(encodings) };
  },
  after: async (request) => {
    if (keptSeconds === undefined) return;
    const { asked, line } = request.internal;
    const answer = request.response as APIGatewayProxyStructuredResultV2;
    const etag = String(answer.headers?.etag);
    const headers = {
      ...answer.headers,
      'cache-control': `private, max-age=${keptSeconds}`,
      vary: 'authorization, accept-encoding',
    };
    if (asked.kept.includes(etag) || asked.kept.includes('*')) {
      const { 'content-type': _, ...others } = headers as Record<string, string>;
      line.status = 304;
      request.response = { statusCode: 304, headers: others };
      return;
    }
    request.response = asked.readsGzip ? await compressed({ ...answer, headers }) : { ...answer, headers };
  },
});
