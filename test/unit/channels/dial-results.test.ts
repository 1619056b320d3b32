import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialIn } from '#channels/dial-results.ts';
import { readTwilioRequest } from '#channels/twilio/request.ts';
import { PhoneProvider } from '#domain/calls/providers.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { phoneHotline } from '#test/unit/functions/phone-hotline.ts';

const DAY = '2026-11-23T02:30:00.000Z';

describe('how a call to a person ended', () => {
  it.each([
    ['twilio', ['completed', 'answered', 'bridged', 'bridging-in-process', 'redirected', 'redirected-from-bridged']],
    ['jambonz', ['completed', 'in-progress', 'bridged']],
    ['connect', ['completed']],
  ] as const)('with %s: somebody spoke with the caller', (provider, words) => {
    for (const word of words) expect(dialIn(provider, word)).toEqual({ dial: 'completed' });
  });

  it.each([
    ['twilio', ['busy', 'no-answer', 'failed', 'canceled', 'error', 'hangup', 'leave', 'queue-full', 'system-error']],
    ['jambonz', ['failed', 'busy', 'no-answer', 'trying', 'ringing', 'early-media', 'hangup', 'leave', 'error']],
    ['connect', ['busy', 'no-agent', 'failed']],
  ] as const)('with %s: nobody did', (provider, words) => {
    for (const word of words) expect(dialIn(provider, word)).toEqual({ dial: word });
  });

  it('in any other word is not known, and the word can be logged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PhoneProvider.options), fc.string({ minLength: 1, unit: 'grapheme' }), (provider, word) => {
        const { dial, unknownDial = 'known' } = dialIn(provider, `${word}?`);
        expect([dial, unknownDial]).toEqual(['unknown', 'unreadable']);
      }),
    );
    expect(dialIn('twilio', '__proto__')).toEqual({ dial: 'unknown', unknownDial: '__proto__' });
    expect(dialIn('twilio', undefined)).toEqual({});
    expect(dialIn('twilio', '')).toEqual({});
  });

  it('is read of a queue as of a call', () => {
    const body = new URLSearchParams({ CallSid: 'CA0123456789', QueueResult: 'redirected-from-bridged', QueueTime: '9' });
    const sent = { search: new URLSearchParams('step=1'), body: body.toString() };
    expect(readTwilioRequest(sent, smallDistrict.telephone)).toMatchObject({ answer: { dial: 'completed' } });
  });
});

describe('a caller of whom a new word is told', () => {
  const tellAll = async (unknownDial: string) => {
    const hotline = phoneHotline({ hasDesk: true, now: () => DAY });
    const about = { what: 'step', call: 'one', phone: '+8610000000051' } as never;
    await hotline.tell({ ...(about as object), step: 0, answer: {} } as never);
    await hotline.tell({ ...(about as object), step: 1, answer: {} } as never);
    const told = await hotline.tell({ ...(about as object), step: 2, answer: { dial: 'unknown' }, unknownDial } as never);
    return { ...hotline, told };
  };

  it('goes on with what they want, is not told that all are busy, and is never lost; the word is logged', async () => {
    const { told, tell, calls } = await tellAll('handed-over');
    expect(told.outcome).toBe('unknown-dial-result:handed-over');
    expect(JSON.stringify(told)).not.toContain('坐席都在忙');
    await tell({ what: 'ended', call: 'one' });
    expect(calls.endings()).toMatchObject([{ connected: true }]);
    expect(calls.callBacks()).toEqual([]);
  });
});
