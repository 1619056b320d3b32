import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryOfTwilio } from '#channels/twilio/request.ts';
import { Refusal } from '#domain/errors.ts';
import { DOOR, inJson, NUMBER, RECORDING, readTwilioRequest, request } from './twilio-requests.ts';

const read = (query: string, form: Record<string, string>) => readTwilioRequest(request(query, form));
const known = { call: 'CA0123456789', phone: '+8613800135678' };

describe('a request of Twilio’s', () => {
  it('that begins a call is its step 0, with nothing answered', () => {
    expect(read('', { CallStatus: 'ringing', Digits: '', SpeechResult: '' })).toEqual({
      ...known,
      what: 'step',
      step: 0,
      answer: {},
    });
  });

  it.each([
    [{ Digits: '1' }, { digits: '1' }],
    [{ Digits: '261123048217#' }, { digits: '261123048217' }],
    [{ Digits: '#' }, {}],
    [{ Digits: '*' }, { digits: '*' }],
    [{ SpeechResult: '  水管爆了。 ', Confidence: '0.9' }, { speech: '水管爆了。' }],
    [{ SpeechResult: ' ' }, {}],
    [{ DialCallStatus: 'no-answer', DialCallSid: 'CA1' }, { dial: 'no-answer' }],
    [{ DialCallStatus: 'completed' }, { dial: 'completed' }],
    [{ QueueResult: 'bridged', QueueTime: '7', QueueSid: 'QU1' }, { dial: 'completed' }],
    [{ QueueResult: 'leave', QueueTime: '24' }, { dial: 'leave' }],
    [{ QueueResult: 'queue-full' }, { dial: 'queue-full' }],
  ])('%o is the answer %o', (form, answer) => {
    expect(read('step=4', form)).toEqual({ ...known, what: 'step', step: 4, answer });
    expect(readTwilioRequest(inJson('step=4', form))).toEqual({ ...known, what: 'step', step: 4, answer });
  });

  it.each([
    [{ RecordingUrl: RECORDING, RecordingSid: 'RE0123', Digits: 'hangup' }, {}, 'RE0123'],
    [{ RecordingUrl: RECORDING, Digits: '9' }, { digits: '9' }, 'RE0'],
    [{ RecordingUrl: `${RECORDING}.wav?x=1`, RecordingSid: '' }, {}, 'RE0'],
    [{ RecordingUrl: `${RECORDING}.MP3`, RecordingDuration: '1' }, {}, 'RE0'],
  ])('%o says where a recording is', (form, answer, id) => {
    expect(read('step=4', form)).toEqual({
      ...known,
      what: 'step',
      step: 4,
      answer: { ...answer, recording: id },
      recording: { id, url: form.RecordingUrl },
    });
  });

  it.each(['hangup', '#', '9', ''])('with a recording of no length has left nothing (%s)', (Digits) => {
    const form = { RecordingUrl: RECORDING, RecordingSid: 'RE0', RecordingDuration: '0', Digits };
    const answer = Digits === '9' ? { digits: '9' } : {};
    expect(read('step=4', form)).toEqual({ ...known, what: 'step', step: 4, answer });
    expect(readTwilioRequest(inJson('step=4', { ...form, RecordingDuration: 0 }))).toMatchObject({ answer });
    const again = new URL(retryOfTwilio(DOOR, request('step=4', form)) ?? '').search;
    expect(read(again, {})).toEqual({ ...known, what: 'step', step: 4, answer });
    expect(read('recorded=yes', { ...form, RecordingStatus: 'completed' })).toEqual({ ...known, what: 'news' });
  });

  it('has speech that fits a ticket, and ends with a whole sign', () => {
    const heard = read('step=3', { SpeechResult: `${'x'.repeat(9999)}😀${'长'.repeat(3000)}` });
    const speech = heard.what === 'step' ? (heard.answer.speech ?? '') : '';
    expect([...speech]).toHaveLength(10_000);
    expect(speech.isWellFormed()).toBe(true);
  });

  it('of a call that the hotline made is of who was called, and of the ticket that it is about', () => {
    expect(read(`rates=${NUMBER}`, { Direction: 'outbound-api' })).toEqual({
      call: 'CA0123456789',
      phone: '+8610000000090',
      what: 'step',
      step: 0,
      answer: {},
      rates: NUMBER,
    });
    expect(read('', { Direction: 'inbound' }).phone).toBe('+8613800135678');
    expect(read('', { From: '+266696687' }).phone).toBeUndefined();
  });

  it.each([
    ['machine_start', true],
    ['machine_end_beep', true],
    ['machine_end_silence', true],
    ['machine_end_other', true],
    ['fax', true],
    ['human', false],
    ['unknown', false],
    ['', false],
  ])('that was answered by %s is a machine’s: %s, if the hotline made the call', (AnsweredBy, isMachine) => {
    const answer = isMachine ? { machine: 'yes' } : {};
    expect(read(`rates=${NUMBER}`, { Direction: 'outbound-api', AnsweredBy })).toMatchObject({ rates: NUMBER, answer });
    expect(read('', { Direction: 'inbound', AnsweredBy })).toMatchObject({ answer: {} });
  });

  it.each(['completed', 'busy', 'failed', 'no-answer', 'canceled'])('tells that a call is %s', (CallStatus) => {
    expect(read('ended=yes', { CallStatus })).toEqual({ ...known, what: 'ended' });
    expect(read(`ended=yes&rates=${NUMBER}`, { CallStatus, Direction: 'outbound-api' })).toMatchObject({
      what: 'ended',
      rates: NUMBER,
      phone: '+8610000000090',
    });
    expect(read('ended=yes', { CallStatus, Direction: 'outbound-dial' })).toEqual({ ...known, what: 'news' });
    expect(read('ended=yes', { CallStatus, ParentCallSid: 'CA1' })).toEqual({ ...known, what: 'news' });
  });

  it.each(['queued', 'initiated', 'ringing', 'in-progress', ''])('tells no more than news of a call that is %s', (CallStatus) => {
    expect(read('ended=yes', { CallStatus })).toEqual({ ...known, what: 'news' });
  });

  it('tells how long somebody has waited in a queue', () => {
    expect(read('waiting=yes', { QueueTime: '24', QueuePosition: '1' })).toEqual({ ...known, what: 'waiting', seconds: 24 });
    expect(readTwilioRequest(inJson('waiting=yes', { QueueTime: 24 }))).toEqual({ ...known, what: 'waiting', seconds: 24 });
  });

  it('tells when a recording is ready', () => {
    const done = { RecordingStatus: 'completed', RecordingSid: 'RE1', RecordingUrl: RECORDING };
    expect(read('recorded=yes', done)).toEqual({ ...known, what: 'recorded', recording: { id: 'RE1', url: RECORDING } });
    for (const RecordingStatus of ['in-progress', 'absent', 'failed', '']) {
      expect(read('recorded=yes', { ...done, RecordingStatus })).toEqual({ ...known, what: 'news' });
    }
  });

  it.each([
    ['step=two', {}],
    ['step=-1', {}],
    ['step=', {}],
    ['rates=LZ1', {}],
    ['', { CallSid: '' }],
    ['', { CallSid: 'x'.repeat(65) }],
    ['', { Digits: '1'.repeat(33) }],
    ['', { RecordingUrl: 'ftp://x.example/1' }],
    ['', { RecordingUrl: 'https://x.example/' }],
    ['', { RecordingUrl: 'https://x.example/a%2F..', RecordingSid: '' }],
    ['', { RecordingUrl: RECORDING, RecordingSid: '../x' }],
    ['', { RecordingUrl: `https://x.example/${'1'.repeat(500)}` }],
    ['waiting=yes', {}],
    ['waiting=yes', { QueueTime: 'long' }],
  ])('is refused when %s %o makes no sense', (query, form) => {
    expect(() => read(query, form)).toThrow(Refusal);
  });

  it.each(['{', '{"CallSid":', '{}', '{"CallSid":{"a":1}}'])('is refused when its body is %s', (body) => {
    expect(() => readTwilioRequest({ search: new URLSearchParams(), body })).toThrow(Refusal);
  });

  it('is read or refused, whatever is in it', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('completed', '1#', '24'));
    const form = fc.dictionary(
      fc.constantFrom('Digits', 'From', 'SpeechResult', 'RecordingUrl', 'CallStatus', 'QueueTime'),
      value,
    );
    const query = fc.constantFrom('', 'step=3', 'ended=yes', 'waiting=yes', 'recorded=yes');
    fc.assert(
      fc.property(query, form, (asked, sent) => {
        for (const one of [request(asked, sent), inJson(asked, sent)]) {
          try {
            expect(readTwilioRequest(one).call).toBe('CA0123456789');
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
          expect(retryOfTwilio(DOOR, one)).toMatch(/^https:/);
        }
      }),
    );
  });
});
