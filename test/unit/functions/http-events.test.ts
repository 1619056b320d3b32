import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/http/operations.ts';
import { readTicketNumber } from '#domain/tickets/ticket-number.ts';
import type { Authorised } from '#runtime/caller.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';
import { SECRETS, seededHotline } from './seeded-hotline.ts';

const files = operations.flatMap(({ name }) => readdirSync(`events/${name}`).map((file): [string, string] => [name, file]));
const read = (name: string, file: string): Authorised => wholeEvent(`events/${name}/${file}`) as unknown as Authorised;

/** All that people said in an event, and who they are: every text in its body, and the names and numbers in the claims. */
const saidIn = (event: Authorised): string[] => {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  const said: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown) => {
      // Words of the API itself (kinds, areas, departments) are short and plain. The number of a ticket may stand in a log.
      const isPlain = typeof value !== 'string' || /^[a-z-]{0,40}$/.test(value) || readTicketNumber(value, 'LZ') !== undefined;
      if (!isPlain) said.push(value.trim());
      return value;
    });
  } catch {
    said.push(text);
  }
  const { name, phone_number: phone } = event.requestContext.authorizer?.jwt?.claims ?? {};
  const known = [name, phone].filter((value) => typeof value === 'string');
  return [...said, ...known].filter((value) => value !== '');
};

describe('events', () => {
  it.each(operations.map(({ name }) => name))('%s has some that are accepted and some that are refused', (name) => {
    const of = files.filter(([operation]) => operation === name).map(([, file]) => file);
    expect(of.filter((file) => /^ok-[a-z0-9-]+\.json$/.test(file)).length).toBeGreaterThan(0);
    expect(of.filter((file) => /^bad-[a-z0-9-]+\.json$/.test(file)).length).toBeGreaterThan(0);
    expect(of.filter((file) => !/^(ok|bad)-[a-z0-9-]+\.json$/.test(file))).toEqual([]);
  });

  it.each(files)('%s/%s', async (name, file) => {
    const event = read(name, file);
    const { send, lines } = await seededHotline();
    const { status, code } = await send(name, event);
    if (file.startsWith('ok-')) expect([code, status]).toEqual([undefined, status < 300 ? status : 'a 2xx']);
    else expect([code, status >= 400 && status < 500]).toEqual([code, true]);

    expect(lines).toHaveLength(1);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({ operation: name, status, correlationId: event.requestContext.requestId });
    for (const said of [...saidIn(event), ...Object.values(SECRETS)]) expect(line).not.toContain(said);
    expect(line).not.toContain('10000000001');
  });

  it.each(files)('%s/%s is the event of its route', (name, file) => {
    const { routeKey, rawPath, pathParameters = {}, requestContext } = read(name, file);
    const contract = operations.find((operation) => operation.name === name);
    const path = contract?.path.replaceAll(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(pathParameters[param] ?? ''));
    expect([routeKey, rawPath]).toEqual([`${contract?.method} ${contract?.path}`, path]);
    expect(requestContext.http).toMatchObject({ method: contract?.method, path });
  });
});
