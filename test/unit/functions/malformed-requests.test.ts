import { describe, expect, it } from 'vitest';
import type { HttpContract } from '#contracts/http/http-contract.ts';
import { operations } from '#contracts/http/operations.ts';
import { MOST_BODY_BYTES } from '#runtime/body.ts';
import { httpEvent, type PersonName, people, type Sent, usualRequest } from './http-event.ts';
import { seededHotline } from './seeded-hotline.ts';

/** Somebody who may call the operation. */
const callerOf = ({ roles }: HttpContract): PersonName => {
  const [role = 'resident'] = roles;
  return ({ resident: 'owner', agent: 'agent', supervisor: 'supervisor', department: 'water' } as const)[role];
};

const send = async (contract: HttpContract, change: (sent: Sent) => Sent, isBase64Encoded = false) => {
  const { send: to, store } = await seededHotline();
  const before = JSON.stringify(store.allEvents());
  const event = httpEvent(contract, change(usualRequest(contract.name)), people[callerOf(contract)]);
  const encoded = {
    ...event,
    isBase64Encoded,
    ...(isBase64Encoded && { body: Buffer.from(event.body ?? '').toString('base64') }),
  };
  const answer = await to(contract.name, encoded);
  return { ...answer, isUntouched: before === JSON.stringify(store.allEvents()) };
};
const each = operations.map((contract) => [contract.name, contract] as const);
const withBody = each.filter(([, { body }]) => body !== undefined);

describe('a malformed request', () => {
  it.each(each)('to %s with a query parameter that nobody knows is refused', async (_, contract) => {
    const { code, body, isUntouched } = await send(contract, (sent) => ({ ...sent, query: { ...sent.query, 'a/b~c': '1' } }));
    expect([code, isUntouched]).toEqual(['request-invalid', true]);
    expect(JSON.stringify(body.errors)).toMatch(/a\/b~c|a~1b~0c/);
  });

  it.each(withBody)('to %s with a field that nobody knows is refused', async (_, contract) => {
    for (const extra of ['"surprise":1', '"__proto__":{"urgent":true}', '"constructor":{}']) {
      const plus = (valid: unknown): string => JSON.stringify({ ...(valid as object), last: 1 }).replace('"last":1', extra);
      const { code, body, isUntouched } = await send(contract, (sent) => ({ ...sent, body: plus(sent.body) }));
      expect([code, body.errors[0].pointer, isUntouched]).toEqual(['request-invalid', '/body', true]);
    }
  });

  it.each(withBody)('to %s that is no JSON object says so', async (_, contract) => {
    for (const text of ['', '{', 'x=1', '\u0000', '{"a":1}}', '﻿{', 'undefined', 'NaN']) {
      const { code, status, isUntouched } = await send(contract, (sent) => ({ ...sent, body: text }));
      expect([text, code, status, isUntouched]).toEqual([text, 'body-not-json', 400, true]);
    }
    for (const text of ['[]', 'null', '"text"', '7', '[{}]', `${'['.repeat(5000)}${']'.repeat(5000)}`]) {
      const { code, status } = await send(contract, (sent) => ({ ...sent, body: text }));
      expect([text.slice(0, 9), code, status]).toEqual([text.slice(0, 9), 'request-invalid', 400]);
    }
    const { code } = await send(contract, ({ body: _left, ...sent }) => sent);
    expect(code).toBe('body-not-json');
  });

  it.each(withBody)('to %s that is too large is a 413, however it is encoded', async (_, contract) => {
    const large = (sent: Sent): Sent => ({
      ...sent,
      body: JSON.stringify({ ...(sent.body as object), x: 'x'.repeat(MOST_BODY_BYTES) }),
    });
    for (const isBase64Encoded of [false, true]) {
      const { code, status, isUntouched } = await send(contract, large, isBase64Encoded);
      expect([code, status, isUntouched]).toEqual(['body-too-large', 413, true]);
    }
  });

  it.each(withBody)('to %s: each field of a wrong type is named', async (_, contract) => {
    const { body: valid } = usualRequest(contract.name);
    for (const field of Object.keys(valid as object)) {
      for (const wrong of [null, [], {}, Number.MAX_VALUE]) {
        const { code, body, isUntouched } = await send(contract, (sent) => ({
          ...sent,
          body: { ...(sent.body as object), [field]: wrong },
        }));
        expect([field, wrong, code, isUntouched]).toEqual([field, wrong, 'request-invalid', true]);
        expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toContain(`/body/${field}`);
      }
    }
  });

  it.each(withBody)('to %s is taken as it is when it was sent base64-encoded and right', async (_, contract) => {
    expect((await send(contract, (sent) => sent, true)).status).toBeLessThan(300);
  });
});
