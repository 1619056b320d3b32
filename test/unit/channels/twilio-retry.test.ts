import { describe, expect, it } from 'vitest';
import { retryOfTwilio } from '#channels/twilio/request.ts';
import { DOOR, inJson, NUMBER, RECORDING, readTwilioRequest, request } from './twilio-requests.ts';

describe('a step that is asked for once more', () => {
  const again = (address: string | undefined) => request(new URL(address ?? '').search, {});

  it('brings what was answered along, in signs that no gateway writes anew', () => {
    const form = { Digits: '9', RecordingUrl: RECORDING, RecordingSid: 'RE0', SpeechResult: '水管' };
    const address = retryOfTwilio(DOOR, request('step=4', form));
    expect(address).toBe(
      `${DOOR}?step=4&retry=1&Digits=9&RecordingUrl=${RECORDING}&RecordingSid=RE0&SpeechResult=%E6%B0%B4%E7%AE%A1`,
    );
    expect(retryOfTwilio(DOOR, inJson('step=4', form))).toBe(address);
    expect(readTwilioRequest(again(address))).toEqual(readTwilioRequest(request('step=4', form)));
    expect(retryOfTwilio(DOOR, again(address))).toBe(address?.replace('retry=1', 'retry=2'));
    expect(retryOfTwilio(DOOR, again(retryOfTwilio(DOOR, again(address))))).toBeUndefined();
  });

  it('keeps how a call to the desk ended, the ticket that is asked about, and as much speech as fits a URL', () => {
    const address = retryOfTwilio(DOOR, request(`step=2&rates=${NUMBER}`, { QueueResult: 'bridged' }));
    expect(readTwilioRequest(again(address))).toMatchObject({ step: 2, rates: NUMBER, answer: { dial: 'completed' } });
    const long = retryOfTwilio(DOOR, request('step=2', { SpeechResult: '😀'.repeat(300) }));
    const heard = readTwilioRequest(again(long));
    expect(heard.what === 'step' && heard.answer.speech).toBe('😀'.repeat(225));
  });

  it('is the first one when nothing is known of it', () => {
    expect(retryOfTwilio(DOOR, { search: new URLSearchParams(), body: '{' })).toBe(`${DOOR}?step=0&retry=1`);
  });
});
