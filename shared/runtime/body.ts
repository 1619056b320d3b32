import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refusal } from '#domain/errors.ts';

/** Enough for any matter that fits its limits, in any script and escaping. */
export const MOST_BODY_BYTES = 64 * 1024;

/** The body as sent; API Gateway encodes what it does not take for text. */
export const bodyOf = ({ body = '', isBase64Encoded }: Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** The body as JSON. Throws the refusals `body-too-large` and `body-not-json`. */
export const jsonOf = (event: APIGatewayProxyEventV2): unknown => {
  const text = bodyOf(event);
  if (Buffer.byteLength(text) > MOST_BODY_BYTES) throw new Refusal('body-too-large');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('body-not-json');
  }
};
