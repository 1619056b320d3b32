import { basename, dirname } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import twilio from 'twilio';
import type { HttpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { PlainFailure } from '#local/plain-failure.ts';
import { jambonzSignature } from '#simulator/telephone/jambonz.ts';
import { isObject, type Json, mergePatch } from './merge-patch.ts';
import { baseNamed, readSample, type Sample, sampleIn } from './sample.ts';
import { claimsOfPerson, requestTo, sealed, signedInRequest, type WebEvent } from './web-request.ts';

/** What a phone provider signs with, and the public address that its webhooks go to. */
export interface Signing {
  secret: string;
  publicUrl: string;
}

/** What samples are signed with when nothing else is given. */
const sampleSigning: Signing = { secret: 'test-only-0123456789abcdef012345', publicUrl: 'https://hotline.example' };

/** Stands in a base for the signature over what is sent. */
const SIGNATURE = '{signature}';

const signed = (event: WebEvent, { secret, publicUrl }: Signing, signedAt?: number): WebEvent => {
  const { rawPath, rawQueryString, headers, body = '', requestContext } = event;
  const url = `${publicUrl}${rawPath}${rawQueryString && `?${rawQueryString}`}`;
  const seconds = signedAt ?? Math.floor(requestContext.timeEpoch / 1000);
  const signatures: Record<string, () => string> = {
    'x-twilio-signature': () => twilio.getExpectedTwilioSignature(secret, url, Object.fromEntries(new URLSearchParams(body))),
    'jambonz-signature': () => jambonzSignature(secret, body, seconds),
  };
  const filled = Object.entries(headers).map(([name, value]) => [name, value === SIGNATURE ? signatures[name]?.() : value]);
  return { ...event, headers: Object.fromEntries(filled) };
};

/** Which words a sample may use beside `base` and `differs`, by the sort of its base. */
const words: Record<'http' | 'webhook' | 'batch' | 'plain', readonly (keyof Sample)[]> = {
  http: ['as', 'params', 'query', 'headers', 'body'],
  webhook: ['path', 'query', 'headers', 'body', 'signedAt'],
  batch: ['records'],
  plain: [],
};

const sortOf = (name: string, base: Json): keyof typeof words => {
  if (name === 'http') return 'http';
  if ('requestContext' in base) return 'webhook';
  return Array.isArray(base.Records) ? 'batch' : 'plain';
};

const contractOf = (folder: string): HttpContract => {
  const contract = operations.find(({ name }) => name === folder);
  if (!contract) throw new PlainFailure(`A sample of the base "http" stands in the folder of its operation; ${folder} is none.`);
  return contract;
};

const webEvent = (sample: Sample, folder: string, signing: Signing): WebEvent => {
  const { base, as, path, signedAt, differs = {} } = sample;
  const whole = (request: Json): WebEvent => sealed(signed(mergePatch(request, differs) as WebEvent, signing, signedAt));
  if (base === 'http')
    return whole(signedInRequest(contractOf(folder), sample, as === undefined ? undefined : claimsOfPerson(as)));
  const event = baseNamed(base) as WebEvent;
  const { method } = event.requestContext.http;
  return whole(requestTo(event, { method, path: path ?? event.rawPath }, sample));
};

/** A row as the table's stream shows it. */
const imageOf = (row: Json): Json => {
  const NewImage = marshall(row);
  const { pk, sk } = NewImage;
  return { Keys: { pk, sk }, NewImage };
};

const bodyOf = (body: unknown, folder: string, signing: Signing): string => {
  if (typeof body === 'string') return body;
  const isSample = isObject(body) && 'base' in body;
  return JSON.stringify(isSample ? eventOf(sampleIn(body, 'The body of a record'), folder, signing) : body);
};

const recordOf = (usual: Json, { body, row, ...patch }: Json, folder: string, signing: Signing): Json => {
  const record = mergePatch(usual, patch) as Json;
  const image = isObject(row) ? imageOf(row) : undefined;
  if (image && isObject(record.dynamodb)) return { ...record, dynamodb: { ...record.dynamodb, ...image } };
  // A queue has a row only as what publish-events could not publish and parked.
  const content = image ?? body;
  return content === undefined ? record : { ...record, body: bodyOf(content, folder, signing) };
};

const batchOf = (base: Json, { base: name, records, differs = {} }: Sample, folder: string, signing: Signing): Json => {
  const [usual] = base.Records as Json[];
  if (!usual) throw new PlainFailure(`The base "${name}" has no record to begin with.`);
  const Records = records?.map((record) => recordOf(usual, record, folder, signing));
  return mergePatch(base, { Records, ...differs }) as Json;
};

const eventOf = (sample: Sample, folder: string, signing: Signing): Json => {
  const base = baseNamed(sample.base);
  const sort = sortOf(sample.base, base);
  const known = new Set<string>(['base', 'differs', ...words[sort]]);
  const unknown = Object.keys(sample).filter((word) => !known.has(word));
  if (unknown.length > 0) throw new PlainFailure(`A sample of the base "${sample.base}" has no ${unknown.join(', ')}.`);
  if (sort === 'plain') return mergePatch(base, sample.differs ?? {}) as Json;
  return sort === 'batch' ? batchOf(base, sample, folder, signing) : webEvent(sample, folder, signing);
};

/**
 * The whole Lambda event of the sample in a file, such as `events/open-ticket/ok-usual.json`: the folder is the name of
 * the operation or function. Throws a PlainFailure that says what is wrong with the sample.
 */
export const wholeEvent = (file: string, signing = sampleSigning): Json => {
  const sample = readSample(file);
  try {
    return eventOf(sample, basename(dirname(file)), signing);
  } catch (error) {
    throw error instanceof PlainFailure ? new PlainFailure(`${file}: ${error.message}`) : error;
  }
};
