import { randomBytes } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { signingSecretOf, telephoneOf } from '#simulator/telephone/telephone.ts';
import { signedPost } from '#simulator/telephone/twilio.ts';
import { wiresTo } from '#simulator/telephone/wires.ts';
import { handsOn } from './running-hotline.ts';

const stack = inject('stack');
const hotline = handsOn(stack);
const door = stack.webhooks['/voice/twilio'] ?? '';
const wires = wiresTo(stack);

describe('the phone door', () => {
  it('makes one ticket of a webhook that is sent twenty times at once', async () => {
    const callSid = `CA${randomBytes(16).toString('hex')}`;
    const telephone = await telephoneOf(stack);
    const selfService = { hearing: '自助服务请按1', keys: '1' };
    const answers = [selfService, { keys: '1' }, { speech: '楼道灯坏了' }, { keys: '1' }, { keys: '2' }, { keys: '1' }];
    const script = { from: '+8610000000041', id: callSid, answers };
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
    const response = await signedPost(wires, door, form, 'not the auth token');
    expect(response.status).toBe(403);
    expect(await hotline.countRows()).toBe(before);
  });

  it('refuses a good signature of another address or another form', async () => {
    const token = await signingSecretOf(stack, 'twilio');
    const form = { CallSid: `CA${'1'.repeat(32)}`, From: '+8610000000043', CallStatus: 'ringing' };
    const signed = await signedPost(wires, door, form, token);
    expect(signed.status).toBe(200);
    const elsewhere = {
      post: (_url: string, headers: Record<string, string>, body: string) => wires.post(`${door}?step=0`, headers, body),
    };
    expect((await signedPost(elsewhere, door, form, token)).status).toBe(403);
    const otherForm = {
      post: (url: string, headers: Record<string, string>, body: string) => wires.post(url, headers, `${body}&Digits=1`),
    };
    expect((await signedPost(otherForm, door, form, token)).status).toBe(403);
  });
});
