import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An AWS that answers every request at once, so that only what a function itself does is measured. */
export interface StandInAws {
  endpoint: string;
  stop(): Promise<void>;
}

/** Starts it on a port of loopback that is free. `signingSecret` is what phone providers sign with. */
export const startStandInAws = async (signingSecret: string): Promise<StandInAws> => {
  const answerTo = (target: string): object =>
    target.includes('GetSecretValue') ? { SecretString: JSON.stringify({ current: signingSecret }) } : {};
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const body = JSON.stringify(answerTo(String(request.headers['x-amz-target'] ?? '')));
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
