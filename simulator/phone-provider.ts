import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A message or a call that somebody asked for. */
export interface Asked {
  resource: 'Calls' | 'Messages';
  account: string;
  fields: Record<string, string>;
  authorization: string;
}

/** A stand-in of Twilio's REST API on this machine, and what it was asked for. */
export interface PhoneProvider {
  /** Its address, without a slash at its end. */
  url: string;
  asked: Asked[];
  /** Recordings by their ids; any other is a moment of silence. */
  sounds: Map<string, Uint8Array>;
  /** Answers everything with this status, and Twilio's code, until it is undefined again. */
  fail(status: number | undefined, code?: number): void;
  /** Answers everything so much later. */
  slow(milliseconds: number): void;
  stop(): Promise<void>;
}

/** A tenth of a second of silence, 8,000 samples a second. */
const silence = (): Buffer => {
  const data = Buffer.alloc(800, 0x80);
  const header = Buffer.from('524946460000000057415645666d74201000000001000100401f0000401f0000010008006461746100000000', 'hex');
  header.writeUInt32LE(36 + data.length, 4);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
};

const CREATE = /^\/2010-04-01\/Accounts\/(\w+)\/(Calls|Messages)\.json$/;
const RECORDING = /^\/2010-04-01\/Accounts\/\w+\/Recordings\/([\w-]+)(\.wav)?$/;

/** Starts a stand-in on a free port of this machine's loopback. It takes any account; a request without one is refused. */
export const startPhoneProvider = async (): Promise<PhoneProvider> => {
  const asked: Asked[] = [];
  const sounds = new Map<string, Uint8Array>();
  let failing: { status: number; code: number } | undefined;
  let milliseconds = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://local');
      const json = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      const { authorization = '' } = request.headers;
      if (milliseconds > 0) await wait(milliseconds, undefined, { ref: false });
      // What Twilio says of an error names the number.
      const To = new URLSearchParams(Buffer.concat(chunks).toString()).get('To');
      if (failing) return json(failing.status, { ...failing, message: `Not possible for ${To}`, more_info: 'https://…' });
      if (!authorization.startsWith('Basic ')) return json(401, { code: 20003, message: 'Authenticate', status: 401 });
      const [, account = '', resource] = CREATE.exec(pathname) ?? [];
      if (request.method === 'POST' && resource) {
        const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
        const place = asked.push({ resource: resource as Asked['resource'], account, fields, authorization });
        const sid = `${resource === 'Calls' ? 'CA' : 'SM'}${String(place).padStart(32, '0')}`;
        return json(201, { sid, status: 'queued', account_sid: account, to: fields.To, from: fields.From });
      }
      const [, id] = RECORDING.exec(pathname) ?? [];
      if (request.method === 'GET' && id) {
        response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(sounds.get(id) ?? silence());
        return undefined;
      }
      return json(404, { code: 20404, message: 'The requested resource was not found', status: 404 });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sounds,
    fail: (status, code = 20503) => {
      failing = status === undefined ? undefined : { status, code };
    },
    slow: (later) => {
      milliseconds = later;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
