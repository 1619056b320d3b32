import { describe, expect, it } from 'vitest';
import { queryOfRetry, readTwilioRequest } from '../../shared/channels/voice/twilio-request.ts';
import { Refusal } from '../../shared/domain/errors.ts';

const request = (query: string, form: Record<string, string>) => ({
  search: new URLSearchParams(query),
  body: new URLSearchParams({ CallSid: 'CA0123456789', From: '+8613800135678', ...form }).toString(),
});
const read = (query: string, form: Record<string, string>) => readTwilioRequest(request(query, form));
const RECORDING = 'https://api.twilio.example/2010-04-01/Accounts/AC0/Recordings/RE0';

describe('a request of Twilio’s', () => {
  it('that begins a call is its step 0, with nothing answered', () => {
    expect(read('', { CallStatus: 'ringing', Digits: '', SpeechResult: '' })).toEqual({
      ...{ call: 'CA0123456789', step: 0, answer: {}, phone: '+8613800135678' },
    });
  });

  it.each([
    [{ Digits: '1' }, { digits: '1' }],
    [{ Digits: '261123048217#' }, { digits: '261123048217' }],
    [{ Digits: '#' }, {}],
    [{ Digits: 'hangup', RecordingUrl: RECORDING }, { recording: RECORDING }],
    [{ SpeechResult: '  水管爆了。 ', Confidence: '0.9' }, { speech: '水管爆了。' }],
    [{ SpeechResult: ' ' }, {}],
    [{ DialCallStatus: 'no-answer', DialCallSid: 'CA1' }, { dial: 'no-answer' }],
  ])('%o is the answer %o', (form, answer) => {
    expect(read('step=4', form)).toMatchObject({ step: 4, answer });
    expect(read('step=4', form).answer).toEqual(answer);
  });

  it('has speech that fits a ticket, and ends with a whole sign', () => {
    const { speech = '' } = read('step=3', { SpeechResult: `${'x'.repeat(1999)}😀${'长'.repeat(3000)}` }).answer;
    expect(speech).toHaveLength(2000);
    expect(speech.isWellFormed()).toBe(true);
  });

  it.each([
    ['step=two', {}],
    ['step=-1', {}],
    ['step=', {}],
    ['', { CallSid: '' }],
    ['', { CallSid: 'x'.repeat(65) }],
    ['', { RecordingUrl: 'ftp://x.example/1' }],
    ['', { RecordingUrl: `https://x.example/${'1'.repeat(500)}` }],
  ])('is refused when %s %o makes no sense', (query, form) => {
    expect(() => read(query, form)).toThrow(Refusal);
  });
});

describe('a step that is asked for once more', () => {
  it('brings key and recording along, in signs that no gateway writes anew', () => {
    const query = queryOfRetry(request('step=4', { Digits: '9', RecordingUrl: RECORDING, SpeechResult: '水管' }));
    expect(query).toBe(`step=4&retry=1&Digits=9&RecordingUrl=${RECORDING}`);
    expect(read(query ?? '', {}).answer).toEqual({ digits: '9', recording: RECORDING });
    expect(queryOfRetry(request(query ?? '', {}))).toBe(query?.replace('retry=1', 'retry=2'));
  });

  it.each(['step=4&retry=2', 'step=4&retry=99', 'step=4&retry=x'])('is not, after %s', (query) => {
    expect(queryOfRetry(request(query, {}))).toBeUndefined();
  });
});
