import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Refusal } from '#domain/errors.ts';

/** Enough for two texts as long as they may be, each sign of them escaped as two halves (`\ud842\udfb7`). */
export const MOST_BODY_BYTES = 256 * 1024;

type Sent = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>;

/** The body's bytes as sent; API Gateway encodes what it does not take for text. */
export const bytesOf = ({ body = '', isBase64Encoded }: Sent): Buffer => Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

/** What can be read of a body: what is no UTF-8 becomes U+FFFD, and a byte order mark is left out. */
export const readableBody = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('body-not-utf8');
  }
};

/** The body as JSON. Throws the refusals `body-too-large`, `body-not-utf8` and `body-not-json`. */
export const jsonOf = (event: Sent): unknown => {
  const bytes = bytesOf(event);
  if (bytes.length > MOST_BODY_BYTES) throw new Refusal('body-too-large');
  // What the gateway took for text has no bytes of its own: half signs in it would become U+FFFD.
  if (!event.isBase64Encoded && event.body?.isWellFormed() === false) throw new Refusal('body-not-utf8');
  const text = textOf(bytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('body-not-json');
  }
};
