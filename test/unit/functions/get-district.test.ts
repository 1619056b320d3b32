import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DistrictView, getDistrictContract } from '#contracts/http/get-district.ts';
import type { District } from '#domain/district/district.ts';
import { getDistrict } from '#functions/resident-api/get-district.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { apiFunction } from '#runtime/api.ts';
import { serve } from '#use-cases/operation.ts';
import { httpEvent, type PersonName, people } from './http-event.ts';
import { GROUPS_CLAIM } from './seeded-hotline.ts';

const linzi = readDistrict('config/linzi');
const silent = () => {};
const doorOf = (district: District) => {
  const needs = { district, now: () => '2026-11-23T02:30:00.000Z', randomBelow: () => 0 };
  const api = apiFunction(serve([getDistrict], needs), { groupsClaim: GROUPS_CLAIM, log: silent });
  return async (headers: Record<string, string> = {}, person: PersonName = 'owner') => {
    const event = httpEvent(getDistrictContract, {}, people[person]);
    const {
      statusCode,
      headers: answered = {},
      body,
      isBase64Encoded,
    } = await api({
      ...event,
      headers: { ...event.headers, 'accept-encoding': 'identity', ...headers },
    });
    return { statusCode, headers: answered as Record<string, string>, body, isBase64Encoded };
  };
};
const ask = doorOf(linzi.district);

describe('the district', () => {
  it('is the same for everybody, with both languages of what has them', async () => {
    const first = await ask();
    for (const person of Object.keys(people) as PersonName[]) expect((await ask({}, person)).body).toBe(first.body);
    const shown = JSON.parse(first.body ?? '');
    expect(shown.areas.find(({ level }: { level: string }) => level === 'town')).toMatchObject({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.stringMatching(/[a-z]/),
    });
    const { areas, categories, departments } = linzi.district;
    expect(shown.areas.map(({ id }: { id: string }) => id)).toEqual(areas.map(({ id }) => id));
    expect(shown.categories.map(({ id }: { id: string }) => id)).toEqual(categories.map(({ id }) => id));
    expect(shown.departments.flatMap(({ units }: { units: { id: string }[] }) => units.map(({ id }) => id))).toEqual(
      departments.flatMap(({ units }) => units.map(({ id }) => id)),
    );
  });

  it('names everything in one language at least', async () => {
    const { body = '' } = await ask();
    const { areas, categories, departments, kinds, states } = DistrictView().parse(JSON.parse(body));
    for (const { zh, en } of [...areas, ...categories, ...departments, ...kinds, ...states]) expect(zh ?? en).toMatch(/./);
  });

  it('holds no telephone of duty, no person, and nothing by which danger is understood', async () => {
    const { body = '' } = await ask();
    const { duty, danger } = linzi.district;
    const numbers = [...Object.values(duty.departments).flat(), ...duty.district, ...(duty.desk ? [duty.desk] : [])];
    expect(numbers.length).toBeGreaterThan(2);
    for (const { name, phone } of numbers) {
      expect(body).not.toContain(phone);
      expect(body).not.toContain(`"${name}"`);
    }
    for (const { id, name, phone } of linzi.people) {
      expect(body).not.toContain(`"${id}"`);
      expect(body).not.toContain(name);
      if (phone !== undefined) expect(body).not.toContain(phone);
    }
    expect(body).not.toContain(danger.dangers[0]?.words[0]);
    expect(Object.keys(JSON.parse(body))).not.toContain('routing');
  });

  it('gives the number to ring at once, the general one first', async () => {
    const { emergency } = JSON.parse((await ask()).body ?? '');
    const { danger } = linzi.district;
    expect(emergency[0].danger).toBe(danger.otherwise);
    expect(emergency).toHaveLength(danger.dangers.length);
  });

  it('is small: a telephone loads it once', async () => {
    const { body = '' } = await ask();
    expect(Buffer.byteLength(body)).toBeLessThan(72 * 1024);
    const { body: sent = '' } = await ask({ 'accept-encoding': 'gzip, br' });
    expect(Buffer.from(sent, 'base64').length).toBeLessThan(16 * 1024);
  });
});

describe('who has kept it', () => {
  it('is told in a word that it is the same', async () => {
    const { headers } = await ask();
    expect(headers.etag).toMatch(/^"[\w-]{43}"$/);
    expect(headers['cache-control']).toMatch(/^private, max-age=\d+$/);
    for (const kept of [headers.etag, `W/${headers.etag}`, `"old", ${headers.etag}`, '*']) {
      const again = await ask({ 'if-none-match': kept ?? '' });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, undefined, headers.etag]);
    }
    for (const kept of ['', '"old"', headers.etag?.slice(1) ?? '']) {
      expect((await ask({ 'if-none-match': kept })).statusCode).toBe(200);
    }
  });

  it('gets it anew when a name has changed, and not for what is not shown', async () => {
    const { district } = linzi;
    const versionOf = async (other: District): Promise<string> => JSON.parse((await doorOf(other)()).body ?? '').version;
    const version = await versionOf(district);
    const [first, ...areas] = district.areas;
    if (!first) throw new Error('there is an area');
    expect(await versionOf({ ...district, areas: [{ ...first, name: '新名' }, ...areas] })).not.toBe(version);
    expect(await versionOf({ ...district, duty: { ...district.duty, minutesBetweenSteps: 59 } })).toBe(version);
  });

  it('reads it compressed only where they can', async () => {
    const plain = await ask();
    for (const encodings of ['gzip', 'deflate, gzip;q=1.0, *;q=0.5', 'br,gzip']) {
      const { headers, body = '', isBase64Encoded } = await ask({ 'accept-encoding': encodings });
      expect([encodings, headers['content-encoding'], isBase64Encoded]).toEqual([encodings, 'gzip', true]);
      expect(gunzipSync(Buffer.from(body, 'base64')).toString()).toBe(plain.body);
    }
    for (const encodings of ['', 'br', 'gzip;q=0', 'identity, gzip; q=0.0']) {
      const { headers, body } = await ask({ 'accept-encoding': encodings });
      expect([encodings, headers['content-encoding'], body === plain.body]).toEqual([encodings, undefined, true]);
    }
  });
});
