import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A message or a call that was asked for. */
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

/** Where the stand-in says what it was asked for so far. */
export const ASKED = '/asked';
/** Where a person reads what was texted, the newest first. */
export const TEXTS = '/texts';

const CREATE = /^\/2010-04-01\/Accounts\/(\w+)\/(Calls|Messages)\.json$/;
const RECORDING = /^\/2010-04-01\/Accounts\/\w+\/Recordings\/([\w-]+)(\.wav)?$/;

/** A request as it came. */
interface Received {
  method: string | undefined;
  pathname: string;
  authorization: string;
  form: URLSearchParams;
}

/** An answer in JSON, a recording, or lines for a person. */
type Reply = { status: number; json: object } | { sound: Uint8Array } | { text: string };

/** What the stand-in remembers, and how it behaves. */
interface Memory {
  asked: Asked[];
  sounds: Map<string, Uint8Array>;
  failing: { status: number; code: number } | undefined;
  delay: number;
}

const receive = async (request: IncomingMessage): Promise<Received> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method,
    pathname: new URL(request.url ?? '/', 'http://local').pathname,
    authorization: request.headers.authorization ?? '',
    form: new URLSearchParams(Buffer.concat(chunks).toString()),
  };
};

const create = (asked: Asked[], resource: Asked['resource'], account: string, { form, authorization }: Received): Reply => {
  const fields = Object.fromEntries(form);
  const place = asked.push({ resource, account, fields, authorization });
  const sid = `${resource === 'Calls' ? 'CA' : 'SM'}${String(place).padStart(32, '0')}`;
  return { status: 201, json: { sid, status: 'queued', account_sid: account, to: fields.To, from: fields.From } };
};

const textsIn = (asked: readonly Asked[]): string =>
  asked
    .flatMap(({ resource, fields }) => (resource === 'Messages' ? [`${fields.To}  ${fields.Body}\n`] : []))
    .reverse()
    .join('');

const replyTo = (received: Received, { asked, sounds, failing }: Memory): Reply => {
  const { method, pathname, authorization, form } = received;
  if (failing) {
    // Twilio's words about an error name the number.
    const message = `Not possible for ${form.get('To')}`;
    return { status: failing.status, json: { ...failing, message, more_info: 'https://…' } };
  }
  // None of Twilio's: for somebody in another process.
  if (method === 'GET' && pathname === ASKED) return { status: 200, json: asked };
  if (method === 'GET' && pathname === TEXTS) return { text: textsIn(asked) };
  if (!authorization.startsWith('Basic ')) return { status: 401, json: { code: 20003, message: 'Authenticate', status: 401 } };
  const [, account = '', resource] = CREATE.exec(pathname) ?? [];
  if (method === 'POST' && resource) return create(asked, resource as Asked['resource'], account, received);
  const [, id] = RECORDING.exec(pathname) ?? [];
  if (method === 'GET' && id) return { sound: sounds.get(id) ?? silence() };
  return { status: 404, json: { code: 20404, message: 'The requested resource was not found', status: 404 } };
};

const send = (response: ServerResponse, reply: Reply): void => {
  if ('sound' in reply) response.writeHead(200, { 'content-type': 'audio/x-wav' }).end(reply.sound);
  else if ('text' in reply) response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(reply.text);
  else response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.json));
};

const serverOf = (memory: Memory): Server =>
  createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const received = await receive(request);
      if (memory.delay > 0) await wait(memory.delay, undefined, { ref: false });
      send(response, replyTo(received, memory));
    };
    // A client that goes away in the middle of its request gets no answer.
    answer().catch(() => response.destroy());
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts a stand-in on a free port of this machine's loopback. It takes any account; a request without one is refused. */
export const startPhoneProvider = async (): Promise<PhoneProvider> => {
  const memory: Memory = { asked: [], sounds: new Map(), failing: undefined, delay: 0 };
  const server = serverOf(memory);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: memory.asked,
    sounds: memory.sounds,
    fail: (status, code = 20503) => {
      memory.failing = status === undefined ? undefined : { status, code };
    },
    slow: (milliseconds) => {
      memory.delay = milliseconds;
    },
    stop: () => stop(server),
  };
};
