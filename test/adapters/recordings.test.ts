import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dynamoSentMarks } from '#adapters/dynamodb/sent-marks.ts';
import { s3Client, s3RecordingArchive } from '#adapters/s3/recording-archive.ts';
import { twilioRecordings } from '#adapters/twilio/recording-source.ts';
import { type Emulator, startEmulator } from '#local/emulator.ts';
import { localClientConfig } from '#local/endpoint.ts';
import { type PhoneProvider, startPhoneProvider } from '#simulator/phone-provider.ts';
import { MONDAY_AT_TEN } from '#test/unit/domain/new-ticket.ts';
import { memoryRecordingSource, memoryRecordings } from './memory/recordings.ts';
import { memorySentMarks } from './memory/sent-marks.ts';
import { recordingArchiveSuite, recordingSourceSuite } from './suites/recordings.ts';
import { sentMarksSuite } from './suites/sent-marks.ts';
import { type TicketsTable, ticketsTables } from './tickets-table.ts';

const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
const TOKEN = 'token-of-the-account';

let emulator: Emulator;
let provider: PhoneProvider;
let makeTable: () => Promise<TicketsTable>;
beforeAll(async () => {
  [emulator, provider] = await Promise.all([startEmulator(), startPhoneProvider()]);
  makeTable = ticketsTables(emulator.endpoint);
});
afterAll(async () => {
  await provider?.stop();
  await emulator?.stop();
});

let made = 0;
const bucket = async () => {
  made += 1;
  const [Bucket, client] = [`recordings-${made}`, s3Client(localClientConfig(emulator.endpoint))];
  await client.send(new CreateBucketCommand({ Bucket }));
  return { Bucket, client, archive: s3RecordingArchive(Bucket, client) };
};

recordingArchiveSuite('memory', async () => ({ archive: memoryRecordings() }));
recordingArchiveSuite('the local AWS', async () => ({ archive: (await bucket()).archive, hear: (link) => fetch(link) }));

describe('a bucket of recordings', () => {
  it('holds the sound with its type', async () => {
    const { Bucket, client, archive } = await bucket();
    await archive.keep('recordings/a', { bytes: new TextEncoder().encode('RIFF'), type: 'audio/mpeg' });
    const { ContentType, Body } = await client.send(new GetObjectCommand({ Bucket, Key: 'recordings/a' }));
    expect([ContentType, await Body?.transformToString()]).toEqual(['audio/mpeg', 'RIFF']);
  });

  it('gives links that are signed for so long and for this object', async () => {
    const { archive } = await bucket();
    const { pathname, searchParams } = new URL(await archive.linkTo('recordings/a', 300));
    expect(pathname).toMatch(/\/recordings\/a$/);
    expect(searchParams.get('X-Amz-Expires')).toBe('300');
    expect(searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that is not there is an error, not an absent recording', async () => {
    const archive = s3RecordingArchive(
      'no-such-bucket',
      s3Client({ ...localClientConfig('http://127.0.0.1:1'), maxAttempts: 1 }),
    );
    await expect(archive.has('recordings/a')).rejects.toThrow();
    await expect(archive.keep('recordings/a', { bytes: new Uint8Array(1), type: 'audio/wav' })).rejects.toThrow();
  });
});

sentMarksSuite('memory', async (now) => memorySentMarks(now));
sentMarksSuite('the local AWS', async (now) => {
  const { client, TableName } = await makeTable();
  return dynamoSentMarks(client, TableName, now);
});

it('a mark that was written before there were claims says that it was sent', async () => {
  const { client, TableName } = await makeTable();
  await client.send(new PutCommand({ TableName, Item: { pk: 'ONCE#sent#text#1', sk: 'ONCE#sent', expiresAt: 1_798_000_000 } }));
  expect(await dynamoSentMarks(client, TableName, () => MONDAY_AT_TEN).claim('text#1')).toEqual({ outcome: 'done' });
});

it('a mark of what was sent is forgotten after a month', async () => {
  const { client, TableName, expiryAttribute } = await makeTable();
  await dynamoSentMarks(client, TableName, () => MONDAY_AT_TEN).settle('text#1');
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  expect(Items.map((row) => row[expiryAttribute])).toEqual([Date.parse(MONDAY_AT_TEN) / 1000 + 30 * 24 * 60 * 60]);
});

const account = () => ({ account: ACCOUNT, authToken: async () => TOKEN, api: provider.url });
const addressOf = (id: string): string => `${provider.url}/2010-04-01/Accounts/${ACCOUNT}/Recordings/${id}`;

recordingSourceSuite('memory', async (sounds) => {
  const at = (id: string): string => `https://provider.example/${id}`;
  const all = Object.entries(sounds).map(([id, bytes]) => [at(id), { bytes, type: 'audio/x-wav' }] as const);
  return { source: memoryRecordingSource(new Map(all)), addressOf: at };
});
recordingSourceSuite("Twilio's REST API", async (sounds) => {
  for (const [id, bytes] of Object.entries(sounds)) provider.sounds.set(id, bytes);
  return { source: twilioRecordings(account()), addressOf };
});

describe("Twilio's recordings", () => {
  /** Another server, and what it was asked with. */
  const servers: Server[] = [];
  const serverThat = async (answers: (request: IncomingMessage) => { status?: number; headers?: object; body?: string }) => {
    const asked: { url: string; authorization: string | undefined }[] = [];
    const server = createServer((request, response) => {
      asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
      const { status = 200, headers = {}, body = '' } = answers(request);
      response.writeHead(status, { ...headers }).end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  };
  afterEach(() => {
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });
  const from = (api: string, settings = {}) => twilioRecordings({ ...account(), api }, settings);

  it('are asked for as sound, with the account and its token', async () => {
    const { url, asked } = await serverThat(() => ({ headers: { 'content-type': 'audio/x-wav' }, body: 'RIFF' }));
    await from(url).fetch(`${url}/Recordings/RE1`);
    const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`;
    expect(asked).toEqual([{ url: '/Recordings/RE1.wav', authorization }]);
  });

  it.each([
    ['/Recordings/RE1.wav', '/Recordings/RE1.wav'],
    ['/Recordings/RE1.mp3', '/Recordings/RE1.mp3'],
    ['/Recordings/RE1.WAV?part=1', '/Recordings/RE1.WAV?part=1'],
    ['/Recordings/RE1?part=1', '/Recordings/RE1.wav?part=1'],
    ['/Recordings/RE1.wave', '/Recordings/RE1.wave.wav'],
  ])('whose address is %s are fetched with one ending', async (path, fetched) => {
    const { url, asked } = await serverThat(() => ({ headers: { 'content-type': 'audio/x-wav' }, body: 'RIFF' }));
    await from(url).fetch(`${url}${path}`);
    expect(asked.map((one) => one.url)).toEqual([fetched]);
  });

  it('are asked for nowhere else, and the token goes nowhere else, wherever the provider sends us on', async () => {
    const other = await serverThat(() => ({ headers: { 'content-type': 'audio/x-wav' }, body: 'RIFF' }));
    const { url, asked } = await serverThat(() => ({ status: 302, headers: { location: `${other.url}/elsewhere` } }));
    await from(url).fetch(`${url}/Recordings/RE1`);
    expect(asked).toHaveLength(1);
    expect(other.asked).toEqual([{ url: '/elsewhere', authorization: undefined }]);
    for (const elsewhere of [
      `${other.url}/RE1`,
      'https://evil.example/RE1',
      `${url.replace('127.0.0.1', 'localhost')}/RE1`,
      `${url.replace('http:', 'https:')}/RE1`,
      `${url.replace('http://', 'http://evil.example@')}.evil.example/RE1`,
    ]) {
      await expect(from(url).fetch(elsewhere)).rejects.toThrow();
    }
    expect([asked.length, other.asked.length]).toEqual([1, 1]);
  });

  it('that are not ready yet are an error, so that they are asked for again', async () => {
    await expect(twilioRecordings(account()).fetch(`${provider.url}/nowhere`)).rejects.toThrow('answered 404');
  });

  it('that are too long are not read to their end, whatever they say of their length', async () => {
    const body = 'x'.repeat(1001);
    const { url } = await serverThat(() => ({ headers: { 'transfer-encoding': 'chunked' }, body }));
    await expect(from(url, { most: 1000 }).fetch(`${url}/RE1`)).rejects.toThrow('too long');
    expect((await from(url, { most: 1001 }).fetch(`${url}/RE1`)).bytes).toHaveLength(1001);
  });

  it('are sound, whatever they say of themselves', async () => {
    const { url } = await serverThat(() => ({ headers: { 'content-type': 'text/html' }, body: '<script>' }));
    expect((await from(url).fetch(`${url}/RE1`)).type).toBe('audio/wav');
  });
});
