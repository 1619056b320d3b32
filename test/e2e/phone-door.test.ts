import { randomBytes } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { authTokenOf, signedPost, telephoneOf } from '../../scripts/telephone.ts';
import { handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const door = stack.webhooks['/voice/twilio'] ?? '';

describe('the phone door', () => {
  it('makes one ticket of a webhook that is sent twenty times at once', async () => {
    const callSid = `CA${randomBytes(16).toString('hex')}`;
    const telephone = await telephoneOf(stack);
    const answers = [{ keys: '1' }, { keys: '2' }, { speech: '楼道灯坏了' }, { keys: '1' }];
    const script = { from: '+8610000000041', callSid, answers };
    const calls = await Promise.all(Array.from({ length: 20 }, () => telephone(script)));
    const numbers = new Set(calls.map(({ number }) => number));
    expect(numbers.size).toBe(1);
    const [number] = numbers;
    expect(number).toBeDefined();
    expect((await hotline.rowsOf(number ?? '')).filter(({ sk }) => sk === 'TICKET')).toHaveLength(1);
  });

  it('refuses a wrong signature with a 403 and writes nothing', async () => {
    const before = await hotline.countRows();
    const form = { CallSid: `CA${'0'.repeat(32)}`, From: '+8610000000042', CallStatus: 'ringing' };
    const response = await signedPost(door, form, 'not the auth token');
    expect(response.status).toBe(403);
    expect(await hotline.countRows()).toBe(before);
  });

  it('refuses a good signature of another address or another form', async () => {
    const token = await authTokenOf(stack);
    const form = { CallSid: `CA${'1'.repeat(32)}`, From: '+8610000000043', CallStatus: 'ringing' };
    const signed = await signedPost(door, form, token);
    expect(signed.status).toBe(200);
    const elsewhere = await signedPost(`${door}?step=0`, form, `${token} `);
    expect(elsewhere.status).toBe(403);
  });
});
