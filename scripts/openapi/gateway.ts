import type { Json } from './schemas.ts';

/** What API Gateway answers by itself, before or instead of the hotline: `{"message": …}` as application/json, no problem. */
export const GATEWAY_MESSAGES: Readonly<Record<number, { message: string; when: string }>> = {
  401: { message: 'Unauthorized', when: 'The token is missing, has run out, or is not of the issuer.' },
  404: { message: 'Not Found', when: 'There is no such route: the method or the path is wrong, or a part of the path is empty.' },
  429: {
    message: 'Too Many Requests',
    when: 'The route takes no more requests at this moment: wait some seconds and ask again.',
  },
  503: { message: 'Service Unavailable', when: 'The hotline did not answer in time: ask again.' },
};

/** The shape of all of them. */
export const GATEWAY_MESSAGE: Json = {
  type: 'object',
  description: 'An answer of API Gateway itself. It has no code and no correlationId.',
  properties: { message: { type: 'string' } },
  required: ['message'],
};

/** The body of the gateway's own answer of a status; of no status, of any that has no place of its own. */
export const gatewayContent = (status?: number): Json => {
  const known = status === undefined ? undefined : GATEWAY_MESSAGES[status];
  return {
    'application/json': {
      schema: { $ref: '#/components/schemas/GatewayMessage' },
      ...(known && { example: { message: known.message } }),
    },
  };
};

/** When the gateway itself answers so. */
export const gatewaySentence = (status: number): string => {
  const known = GATEWAY_MESSAGES[status];
  return known ? `From the gateway itself, \`{"message":"${known.message}"}\`: ${known.when}` : '';
};

/** The answer of a status that the gateway alone gives. */
export const gatewayResponse = (status: number): Json => ({
  description: gatewaySentence(status),
  content: gatewayContent(status),
});
