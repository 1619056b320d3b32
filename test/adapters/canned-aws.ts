import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localClientConfig } from '#local/endpoint.ts';

/** What an AWS service answers to one request; `silence` lets the caller wait for ever. */
export type CannedAnswer = { status: number; body: unknown } | 'silence';

/** What one request asked: the operation, where the protocol names it in a header, and the body. */
export interface Asked {
  operation: string;
  body: string;
}

/** A service of AWS that answers what it was told to, for what no emulator ever does: conflicts, half-done batches, silence. */
export interface CannedAws {
  settings: ReturnType<typeof localClientConfig>;
  asked: Asked[];
  stop(): void;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Answers the requests one after the other, the last answer for all that follow. */
export const cannedAws = async (...answers: CannedAnswer[]): Promise<CannedAws> => {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({ operation: String(request.headers['x-amz-target']).replace(/.*\./, ''), body });
    if (!answer || answer === 'silence') return;
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, {
      'content-type': typeof answer.body === 'string' ? 'text/xml' : 'application/x-amz-json-1.0',
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    settings: localClientConfig(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    asked,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** An error of a JSON service. */
export const awsError = (code: string, more: object = {}): CannedAnswer => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${code}`, message: code, ...more },
});
