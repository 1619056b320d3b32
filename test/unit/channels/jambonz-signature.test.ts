import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSignedByJambonz } from '#channels/jambonz/signature.ts';

const SECRET = 'test-only-secret';
const NOW = 1_795_401_000;

/** Written another way than what is tested. */
const hmac = async (text: string, secret: string): Promise<string> => {
  const bytes = (of: string) => new TextEncoder().encode(of);
  const key = await webcrypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await webcrypto.subtle.sign('HMAC', key, bytes(text));
  return [...new Uint8Array(signature)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};
const isSigned = (body: string, signature: string | undefined, seconds = NOW, secrets = [SECRET]) =>
  isSignedByJambonz({ body, signature }, secrets, seconds * 1000);

const payload = fc.json({ stringUnit: 'grapheme' });
const secret = fc.string({ minLength: 1 });

describe('the signature of jambonz', () => {
  it('is what OpenSSL makes of time and body', () => {
    const body =
      '{"call_sid":"7d1bb1e4-1c20-4d2b-9a3e-0f5a4f1c2b3d","reason":"timeout","from":"+8610000000011","speech":"水管爆了"}';
    // printf '%s' "$time.$body" | openssl dgst -sha256 -hmac test-only-secret
    const made = 'd8db6ae04df58b26503efb49888875ff15da315c718d132a2157e4682e01ddfc';
    expect(isSigned(body, `t=${NOW},v1=${made}`)).toBe(true);
  });

  it('is accepted while it is young, and its clock not far ahead', async () => {
    await fc.assert(
      fc.asyncProperty(payload, secret, fc.integer({ min: -400, max: 400 }), async (body, key, age) => {
        const header = `t=${NOW},v1=${await hmac(`${NOW}.${body}`, key)}`;
        expect(isSigned(body, header, NOW + age, [key])).toBe(Math.abs(age) <= 300);
        expect(isSigned(body, header, NOW + 300.001, [key])).toBe(false);
      }),
    );
  });

  it('is of this body, this time and this secret', async () => {
    await fc.assert(
      fc.asyncProperty(payload, secret, secret, fc.nat(), fc.nat(255), async (body, key, other, at, byte) => {
        const made = await hmac(`${NOW}.${body}`, key);
        const place = at % body.length;
        const changed = body.slice(0, place) + String.fromCharCode(byte) + body.slice(place + 1);
        expect(isSigned(changed, `t=${NOW},v1=${made}`, NOW, [key])).toBe(changed === body);
        expect(isSigned(body, `t=${NOW + 1},v1=${made}`, NOW, [key])).toBe(false);
        const spot = at % made.length;
        const digit = (byte % 16).toString(16);
        const forged = made.slice(0, spot) + digit + made.slice(spot + 1);
        expect(isSigned(body, `t=${NOW},v1=${forged}`, NOW, [key])).toBe(forged === made);
        expect(isSigned(body, `t=${NOW},v1=${made}`, NOW, [other])).toBe(other === key);
      }),
    );
  });

  it('may be one of several, made with one of several secrets', async () => {
    const body = '{"a":1}';
    const [ours, others] = [await hmac(`${NOW}.${body}`, SECRET), await hmac(`${NOW}.${body}`, 'another')];
    expect(isSigned(body, `t=${NOW},v1=${others},v1=${ours}`)).toBe(true);
    expect(isSigned(body, `t=${NOW},v1=${ours}`, NOW, ['another', SECRET])).toBe(true);
    expect(isSigned(body, `v1=${ours}, t=${NOW}`)).toBe(true);
    expect(isSigned(body, `t=${NOW},v1=${others}`)).toBe(false);
    expect(isSigned(body, `t=${NOW},v1=${ours}`, NOW, [])).toBe(false);
  });

  it('has one time and one scheme', async () => {
    const body = '{}';
    const made = await hmac(`${NOW}.${body}`, SECRET);
    const bad = [undefined, '', 't', `t=${NOW}`, `v1=${made}`, `t=,v1=${made}`, `t=${NOW},v0=${made}`, `t=${NOW},v1=`];
    const odd = [`t=${NOW},t=${NOW},v1=${made}`, `t=0x6b03d4e8,v1=${made}`, `t=Infinity,v1=${made}`, `t=NaN,v1=${made}`];
    for (const header of [...bad, ...odd]) expect(isSigned(body, header), header).toBe(false);
    expect(isSigned(body, `t=${NOW},v1=${made}`, Number.NaN)).toBe(false);
  });
});
