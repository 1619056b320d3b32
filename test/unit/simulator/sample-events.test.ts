import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergePatch } from '#simulator/sample-events/merge-patch.ts';
import { baseNamed, bases, people, readSample } from '#simulator/sample-events/sample.ts';
import { wholeEvent } from '#simulator/sample-events/whole-event.ts';

describe('a merge patch', () => {
  // The examples of RFC 7386, appendix A.
  it.each([
    ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
    ['{"a":"b"}', '{"a":null}', '{}'],
    ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
    ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
    ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
    ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
    ['["a","b"]', '["c","d"]', '["c","d"]'],
    ['{"a":"b"}', '["c"]', '["c"]'],
    ['{"a":"foo"}', 'null', 'null'],
    ['{"a":"foo"}', '"bar"', '"bar"'],
    ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
    ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
    ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
  ])('on %s of %s gives %s', (target, patch, merged) => {
    const before = JSON.parse(target);
    expect(JSON.stringify(mergePatch(before, JSON.parse(patch)))).toBe(merged);
    expect(JSON.stringify(before)).toBe(target);
  });

  it('keeps a member called __proto__ as a member', () => {
    const merged = mergePatch({}, JSON.parse('{"__proto__":{"x":1}}'));
    expect([JSON.stringify(merged), (merged as { x?: number }).x]).toEqual(['{"__proto__":{"x":1}}', undefined]);
  });
});

const folders = readdirSync('events').filter((name) => !['bases', 'people.json', 'sample-day', 'voice'].includes(name));
const files = folders.flatMap((folder) => readdirSync(`events/${folder}`).map((file) => `events/${folder}/${file}`));

describe('the samples', () => {
  it.each(folders)('in events/%s are called ok or bad, and there is one of each', (folder) => {
    const names = readdirSync(`events/${folder}`);
    expect(names.filter((name) => !/^(ok|bad)-[a-z0-9-]+\.json$/.test(name))).toEqual([]);
    expect(names.some((name) => name.startsWith('ok-'))).toBe(true);
    expect(names.some((name) => name.startsWith('bad-'))).toBe(true);
  });

  it.each(files)('%s differs from a known base', (file) => {
    expect(bases).toContain(readSample(file).base);
    const text = JSON.stringify(wholeEvent(file));
    expect(text).not.toContain('{signature}');
    expect(JSON.parse(text)).toEqual(wholeEvent(file));
  });

  it('use every base and every person', () => {
    const texts = files.map((file) => JSON.stringify(readSample(file))).join();
    expect(bases.filter((base) => !texts.includes(`"base":"${base}"`))).toEqual([]);
    expect(Object.keys(people).filter((person) => !texts.includes(`"as":"${person}"`))).toEqual([]);
  });
});

describe('a whole event', () => {
  const folder = mkdtempSync(join(tmpdir(), 'events-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const made = (sample: object | string, of = 'resolve-ticket') => {
    const file = join(folder, of, 'ok-x.json');
    mkdirSync(join(folder, of), { recursive: true });
    writeFileSync(file, typeof sample === 'string' ? sample : JSON.stringify(sample));
    return wholeEvent(file) as any;
  };

  it('of an operation has the route of its contract, the claims of the person, and the body as text', () => {
    const params = { department: 'water', number: 'LZ 1/2' };
    const event = made({
      base: 'http',
      as: 'water',
      params,
      query: { a: 'b c' },
      headers: { 'x-a': 'b' },
      body: { outcome: '好' },
    });
    const rawPath = '/departments/water/tickets/LZ%201%2F2/resolution';
    expect(event).toMatchObject({
      routeKey: 'POST /departments/{department}/tickets/{number}/resolution',
      rawPath,
      rawQueryString: 'a=b+c',
      queryStringParameters: { a: 'b c' },
      pathParameters: params,
      headers: { 'x-a': 'b', 'content-length': '17', 'content-type': 'application/json' },
      requestContext: {
        http: { method: 'POST', path: rawPath },
        authorizer: { jwt: { claims: { ...people.water, 'cognito:groups': '[department:water]' } } },
      },
      body: '{"outcome":"好"}',
    });
    expect(event.requestContext.routeKey).toBe(event.routeKey);
  });

  it('has nobody signed in and no body unless the sample says so', () => {
    const event = made({ base: 'http' });
    expect(event.requestContext).not.toHaveProperty('authorizer');
    expect(Object.keys(event.headers).filter((name) => /^(authorization|content-.*)$/.test(name))).toEqual([]);
    expect(event).not.toHaveProperty('body');
  });

  it('sends text as it is, null too, and in base64 where the event says so', () => {
    expect(made({ base: 'http', body: 'no json' }).body).toBe('no json');
    expect(made({ base: 'http', body: { outcome: null } }).body).toBe('{"outcome":null}');
    const { body } = made({ base: 'http', body: { a: 1 }, differs: { isBase64Encoded: true } });
    expect(Buffer.from(body, 'base64').toString()).toBe('{"a":1}');
  });

  it("of a webhook has the base's body but for what differs, and is signed over it", () => {
    const [form, other] = [{ Digits: '1' }, { Digits: '2' }].map((body) => made({ base: 'twilio', query: { step: '1' }, body }));
    const sent = Object.fromEntries(new URLSearchParams(Buffer.from(form.body, 'base64').toString()));
    expect(sent).toEqual({ ...(baseNamed('twilio').body as object), Digits: '1' });
    expect(form.headers['x-twilio-signature']).not.toBe(other.headers['x-twilio-signature']);
    const [now, before] = [{}, { signedAt: 1 }].map((more) => made({ base: 'jambonz', ...more }));
    expect([now, before].map(({ headers }) => headers['jambonz-signature'].split(',')[0])).toEqual(['t=1795401000', 't=1']);
  });

  it('of a batch has what its records differ in; a body may be a sample, a row is as the stream shows it', () => {
    const row = { pk: 'A', sk: 'B', version: 1 };
    const image = { Keys: { pk: { S: 'A' }, sk: { S: 'B' } }, NewImage: { pk: { S: 'A' }, sk: { S: 'B' }, version: { N: '1' } } };
    expect(made({ base: 'table-stream', records: [{ eventName: 'MODIFY', row }] }).Records).toMatchObject([
      { eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb: { ...image, StreamViewType: 'NEW_IMAGE' } },
    ]);
    const records = [{ messageId: 'a', body: 'text' }, { body: { base: 'schedule', differs: { id: 'x' } } }, { row }];
    const { Records } = made({ base: 'queue', records });
    expect(Records[0]).toMatchObject({ messageId: 'a', body: 'text', eventSource: 'aws:sqs' });
    expect(JSON.parse(Records[1].body)).toEqual({ ...baseNamed('schedule'), id: 'x' });
    expect(JSON.parse(Records[2].body)).toEqual(image);
  });

  it.each([
    [{ base: 'htp' }, 'There is no base "htp"; the bases are by-hand, '],
    [{ base: 'http', as: 'nobody' }, 'There is no person "nobody"; the people are owner, '],
    [{ base: 'http', as: 'toString' }, 'There is no person "toString"'],
    [{ base: 'schedule', records: [] }, 'A sample of the base "schedule" has no records.'],
    [{ base: 'twilio', as: 'owner', params: {} }, 'A sample of the base "twilio" has no as, params.'],
    [{ base: 'queue', body: {} }, 'A sample of the base "queue" has no body.'],
    [{ base: 'queue', records: [{ body: { base: 'queu' } }] }, 'There is no base "queu"'],
    [{ base: 'http', parms: {} }, 'is no sample of an event: ✖ Unrecognized key: "parms"'],
    ['{', 'is no JSON: '],
  ])('can not be made of %j, and a sentence says why', (sample, sentence) => {
    expect(() => made(sample)).toThrow(sentence);
    expect(() => made(sample)).toThrow('ok-x.json');
  });

  it('of the base http needs the folder of an operation, and every event a file', () => {
    expect(() => made({ base: 'http' }, 'raise-cards')).toThrow('stands in the folder of its operation; raise-cards is none.');
    expect(() => wholeEvent('events/open-ticket/ok-none.json')).toThrow('There is no file events/open-ticket/ok-none.json.');
  });

  it('is printed by npm run event', () => {
    const run = (...args: string[]) =>
      execFileSync(process.execPath, ['scripts/event.ts', ...args], { encoding: 'utf8', stdio: 'pipe' });
    const file = 'events/answer-twilio-call/ok-keyed-in.json';
    expect(JSON.parse(run(file))).toEqual(wholeEvent(file));
    expect(() => run('events/open-ticket/ok-none.json')).toThrow('There is no file events/open-ticket/ok-none.json.');
  });
});
