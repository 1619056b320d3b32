import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** An answer of the API. What it shows may change at any time and is somebody's own, so nobody keeps it. */
export const jsonAnswer = (
  status: number,
  body: unknown,
  { correlationId, headers }: { correlationId: string; headers?: Record<string, string> | undefined },
): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-correlation-id': correlationId,
    ...headers,
  },
  body: JSON.stringify(body),
});
