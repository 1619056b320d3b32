import fc from 'fast-check';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { isSignedByTwilio } from '#channels/twilio/signature.ts';

const SECRET = 'test-only-secret';
const searchOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '');

/** A form as it is posted; a name with a list comes once for each of its values. */
const encoded = (form: Record<string, string | string[]>): string =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  ).toString();
const signed = (url: string, form: Record<string, string | string[]>, secret = SECRET) => ({
  url,
  search: searchOf(url),
  body: encoded(form),
  signature: twilio.getExpectedTwilioSignature(secret, url, form),
});

const text = fc.string({ unit: fc.constantFrom(...'aZ09 _-&=+%?#/\'"<>水管幺\n') });
const name = fc.string({ unit: fc.constantFrom(...'abCDe_1'), minLength: 1, maxLength: 6 });
const value = fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 4 }));
const form = fc.dictionary(name, value, { maxKeys: 8, noNullPrototype: true });
const url = fc
  .tuple(fc.constantFrom('http', 'https'), fc.constantFrom('', ':443', ':80', ':8443'), fc.dictionary(name, text, { maxKeys: 4 }))
  .map(([scheme, port, query]) => {
    const search = new URLSearchParams(query).toString();
    return `${scheme}://user.hotline.example${port}/voice/twilio${search && `?${search}`}`;
  });

describe("Twilio's signature", () => {
  it('as its own package makes it is accepted, and by that package too', () => {
    fc.assert(
      fc.property(url, form, (address, sent) => {
        const request = signed(address, sent);
        expect(twilio.validateRequest(SECRET, request.signature, address, sent)).toBe(true);
        expect(isSignedByTwilio(request, [SECRET])).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('over anything else is not', () => {
    fc.assert(
      fc.property(url, form, name, text, (address, sent, extra, more) => {
        const request = signed(address, sent);
        fc.pre(!(extra in sent));
        expect(isSignedByTwilio(request, ['another'])).toBe(false);
        // An empty name and value add nothing to what is signed, in Twilio's scheme as here.
        const added = { ...sent, [extra]: more };
        expect(isSignedByTwilio({ ...request, body: encoded(added) }, [SECRET])).toBe(
          twilio.validateRequest(SECRET, request.signature, address, added),
        );
        const elsewhere = address.replace('/voice', '/other');
        expect(isSignedByTwilio({ ...request, url: elsewhere }, [SECRET])).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['https://hotline.example/voice/twilio', 'https://hotline.example:443/voice/twilio'],
    ['http://hotline.example/voice/twilio?step=1', 'http://hotline.example:80/voice/twilio?step=1'],
    ['https://hotline.example:8443/voice/twilio', 'https://hotline.example/voice/twilio'],
    ['https://user:secret@hotline.example/voice/twilio', 'https://user:secret@hotline.example:443/voice/twilio'],
    ['http://[::1]:4566/voice/twilio', 'http://[::1]/voice/twilio'],
  ])('is the same with and without the port (%s)', (ours, signedOver) => {
    const sent = { CallSid: 'CA1' };
    const { signature } = signed(signedOver, sent);
    expect(twilio.validateRequest(SECRET, signature, ours, sent)).toBe(true);
    expect(isSignedByTwilio({ ...signed(ours, sent), signature }, [SECRET])).toBe(true);
  });

  it.each([
    'https://hotline.example:444/voice/twilio',
    'https://hotline.example.org/voice/twilio',
    'http://hotline.example/voice/twilio',
  ])('is another one elsewhere (%s)', (other) => {
    const request = signed('https://hotline.example/voice/twilio', {});
    expect(isSignedByTwilio({ ...request, signature: signed(other, {}).signature }, [SECRET])).toBe(false);
  });

  it('is over the address letter by letter as it was given, also where the wire spells it in another way', () => {
    const given = "https://hotline.example/voice/twilio?step=2&retry=1&SpeechResult=there's%20no%20water";
    const onTheWire = new URL(given).href;
    expect(onTheWire).toContain('there%27s');
    for (const address of [given, onTheWire]) {
      const request = signed(address, { CallSid: 'CA1' });
      expect(isSignedByTwilio({ ...request, url: onTheWire }, [SECRET])).toBe(true);
      expect(isSignedByTwilio({ ...request, url: onTheWire.replace('step=2', 'step=3') }, [SECRET])).toBe(false);
    }
  });

  it('of a JSON body is over the URL, which holds the body’s digest', () => {
    fc.assert(
      fc.property(url, fc.json(), text, (place, body, other) => {
        const address = `${place}${place.includes('?') ? '&' : '?'}bodySHA256=${twilio.getExpectedBodyHash(body)}`;
        const signature = twilio.getExpectedTwilioSignature(SECRET, address, {});
        expect(twilio.validateRequestWithBody(SECRET, signature, address, body)).toBe(true);
        const request = { url: address, search: searchOf(address), body, signature };
        expect(isSignedByTwilio(request, [SECRET])).toBe(true);
        expect(isSignedByTwilio({ ...request, body: `${body} ` }, [SECRET])).toBe(false);
        expect(isSignedByTwilio({ ...request, body: other }, [SECRET])).toBe(
          twilio.validateRequestWithBody(SECRET, signature, address, other),
        );
        expect(isSignedByTwilio({ ...request, search: new URLSearchParams(), body: 'a=b' }, [SECRET])).toBe(false);
      }),
    );
  });

  it('may be made with any of several secrets, while one takes the place of another', () => {
    const request = signed('https://hotline.example/voice/twilio?ended=yes', { CallSid: 'CA1' }, 'the new one');
    expect(isSignedByTwilio(request, ['the old one', 'the new one'])).toBe(true);
    expect(isSignedByTwilio(request, ['the old one', 'an older one'])).toBe(false);
  });

  it('is needed', () => {
    const request = signed('https://hotline.example/voice/twilio', {});
    for (const signature of ['', undefined, 'a', `${request.signature} `]) {
      expect(isSignedByTwilio({ ...request, signature }, [SECRET])).toBe(false);
    }
    expect(isSignedByTwilio(request, [])).toBe(false);
  });
});
