import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJambonzRequest as readAt, retryOfJambonz } from '#channels/jambonz/request.ts';
import { Refusal } from '#domain/errors.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';
import { base, CALL, wrongWith } from './jambonz-callbacks.ts';

const DOOR = 'https://hotline.example/voice/jambonz';
const readJambonzRequest = (sent: Parameters<typeof readAt>[0]) => readAt(sent, smallDistrict.telephone);
const NUMBER = 'LZ261123048212';
const known = { call: CALL, phone: '+8610000000011' };
const request = (query: string, payload: unknown) => ({ search: new URLSearchParams(query), body: JSON.stringify(payload) });
const heardAs = (name: Parameters<typeof wrongWith>[0], query: string, payload: object) => {
  expect(wrongWith(name, payload)).toBeUndefined();
  return readJambonzRequest(request(query, payload));
};
const said = (transcript: string, reason = 'speechDetected') => ({
  ...base,
  reason,
  speech: { language_code: 'zh-CN', is_final: true, alternatives: [{ transcript, confidence: 0.9 }] },
});

describe('a request of jambonz', () => {
  it('that begins a call is its step 0, with nothing answered', () => {
    const sip = { headers: { From: '<sip:+8610000000011@10.0.0.1>' }, method: 'INVITE' };
    const began = heardAs('session-new', '', { ...base, call_status: 'trying', caller_name: '', sip });
    expect(began).toEqual({ ...known, what: 'step', step: 0, answer: {} });
  });

  it.each([
    [{ ...base, reason: 'dtmfDetected', digits: '1' }, { digits: '1' }],
    [{ ...base, reason: 'dtmfDetected', digits: '261123048217#' }, { digits: '261123048217' }],
    [{ ...base, reason: 'dtmfDetected', digits: '' }, {}],
    [said('  水管爆了。 '), { speech: '水管爆了。' }],
    [said('水管', 'stt-low-confidence'), { speech: '水管' }],
    [said(' '), {}],
    [{ ...base, reason: 'speechDetected', speech: { alternatives: [] } }, {}],
    [{ ...base, reason: 'timeout' }, {}],
    [{ ...base, reason: 'error', details: { message: 'no recogniser' } }, {}],
  ])('%o is the answer to a gather', (payload, answer) => {
    expect(heardAs('gather', 'step=4', payload)).toEqual({ ...known, what: 'step', step: 4, answer });
  });

  it.each([
    [said('三楼漏水'), { speech: '三楼漏水', recording: CALL }],
    [said('', 'stt-low-confidence'), { recording: CALL }],
    [{ ...base, reason: 'dtmfDetected', digits: '' }, { recording: CALL }],
    [{ ...base, reason: 'dtmfDetected', digits: '5' }, { digits: '5' }],
    [{ ...base, reason: 'dtmfDetected', digits: '9' }, { digits: '9' }],
    [{ ...base, reason: 'dtmfDetected', digits: '0' }, { digits: '0' }],
    [{ ...base, reason: 'timeout' }, {}],
    [{ ...base, reason: 'error', details: {} }, {}],
  ])('%o is the end of a message', (payload, answer) => {
    expect(heardAs('gather', 'step=4&message=yes', payload)).toEqual({ ...known, what: 'step', step: 4, answer });
  });

  it.each(['completed', 'failed', 'busy', 'no-answer'])('tells that a call to the desk was %s', (dial_call_status) => {
    const payload = { ...base, dial_call_status, dial_sip_status: 200, dial_call_sid: 'other' };
    expect(heardAs('dial', 'step=2', payload)).toMatchObject({ step: 2, answer: { dial: dial_call_status } });
  });

  it.each([
    ['bridged', 'completed'],
    ['leave', 'leave'],
    ['error', 'error'],
    ['hangup', 'hangup'],
  ])('tells that a queue ended with %s', (queue_result, dial) => {
    const payload = { ...base, queue_sid: 'queue:a:desk', queue_time: 24, queue_result };
    expect(heardAs('enqueue', 'step=2', payload)).toMatchObject({ step: 2, answer: { dial } });
  });

  it('tells how long somebody has waited in a queue, if not always who', () => {
    const sparse = { queue_sid: 'queue:a:desk', queue_time: 24 };
    expect(heardAs('enqueue-wait', 'waiting=yes', sparse)).toEqual({ call: '', what: 'waiting', seconds: 24 });
    const full = { ...sparse, queue_size: 1, queue_position: 0, call_sid: CALL, call_id: 'x' };
    expect(heardAs('enqueue-wait', 'waiting=yes', full)).toEqual({ call: CALL, what: 'waiting', seconds: 24 });
  });

  it.each(['completed', 'failed', 'busy', 'no-answer'])(
    'tells that the caller’s call is %s, but not the leg of an agent',
    (ended) => {
      const status = { ...base, call_status: ended, call_termination_by: 'caller', duration: 61 };
      expect(heardAs('call-status', 'ended=yes', status)).toEqual({ ...known, what: 'ended' });
      expect(heardAs('call-status', 'ended=yes', { ...status, direction: 'outbound' })).toMatchObject({ what: 'news' });
      const leg = { ...status, direction: 'outbound', parent_call_sid: CALL, call_sid: 'another-leg' };
      expect(heardAs('call-status', `ended=yes&rates=${NUMBER}`, leg)).toMatchObject({ what: 'news' });
      const ours = { ...status, direction: 'outbound' };
      expect(heardAs('call-status', `ended=yes&rates=${NUMBER}`, ours)).toEqual({
        call: CALL,
        phone: '+8610000000090',
        what: 'ended',
        rates: NUMBER,
      });
    },
  );

  it.each(['trying', 'ringing', 'early-media', 'in-progress', 'queued'])(
    'tells no more than news of a call that is %s',
    (now) => {
      expect(heardAs('call-status', 'ended=yes', { ...base, call_status: now })).toEqual({ ...known, what: 'news' });
    },
  );

  it('of a call that the hotline made is of who was called, and of the ticket that it is about', () => {
    expect(heardAs('session-new', `rates=${NUMBER}`, { ...base, direction: 'outbound' })).toEqual({
      call: CALL,
      phone: '+8610000000090',
      what: 'step',
      step: 0,
      answer: {},
      rates: NUMBER,
    });
    expect(heardAs('session-new', '', { ...base, from: 'anonymous' })).not.toHaveProperty('phone');
  });

  it('tells of no recording: those are put into our own bucket', () => {
    expect(readJambonzRequest(request('recorded=yes', base))).toEqual({ ...known, what: 'news' });
  });

  it.each([
    ['step=two', base],
    ['message=maybe', base],
    ['', { ...base, call_sid: undefined }],
    ['', { ...base, call_sid: '' }],
    ['', { ...base, digits: 1 }],
    ['', { ...base, digits: '1'.repeat(33) }],
    ['', { ...base, speech: 'words' }],
    ['', []],
    ['', 'text'],
    ['', null],
    ['ended=yes', { call_status: 'completed' }],
    ['waiting=yes', { ...base }],
    ['waiting=yes', { ...base, queue_time: -1 }],
  ])('is refused when %s %o makes no sense', (query, payload) => {
    expect(() => readJambonzRequest(request(query, payload))).toThrow(Refusal);
  });

  it('is refused when it is no JSON', () => {
    for (const body of ['', '{', 'call_sid=1']) {
      expect(() => readJambonzRequest({ search: new URLSearchParams(), body })).toThrow(Refusal);
    }
  });

  it('is read or refused, whatever is in it', () => {
    const name = fc.constantFrom(
      'reason',
      'digits',
      'speech',
      'queue_time',
      'call_status',
      'dial_call_status',
      'from',
      'call_sid',
    );
    const query = fc.constantFrom('', 'step=3', 'step=3&message=yes', 'ended=yes', 'waiting=yes', 'recorded=yes');
    fc.assert(
      fc.property(query, fc.dictionary(name, fc.jsonValue()), fc.boolean(), (asked, sent, whole) => {
        const one = request(asked, { ...(whole ? base : {}), ...sent });
        try {
          expect(readJambonzRequest(one)).toHaveProperty('what');
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        expect(retryOfJambonz(DOOR, one)).toMatch(/^https:/);
      }),
    );
  });
});

describe('a step that is asked for once more', () => {
  const again = (address: string | undefined) => request(new URL(address ?? '').search, base);

  it.each([
    [`step=4&rates=${NUMBER}`, { ...base, reason: 'dtmfDetected', digits: '1' }],
    ['step=4', said('水管爆了')],
    ['step=4&message=yes', said('水管爆了')],
    ['step=4&message=yes', { ...base, reason: 'dtmfDetected', digits: '' }],
    ['step=4&message=yes', { ...base, reason: 'timeout' }],
    ['step=2', { ...base, dial_call_status: 'no-answer' }],
    ['step=2', { ...base, queue_sid: 'q', queue_time: 1, queue_result: 'bridged' }],
  ])('brings along what was answered at %s: %o', (query, payload) => {
    const once = retryOfJambonz(DOOR, request(query, payload));
    const heard = readJambonzRequest(request(query, payload));
    expect(readJambonzRequest(again(once))).toEqual(heard);
    const twice = retryOfJambonz(DOOR, again(once));
    expect(twice).toBe(once?.replace('retry=1', 'retry=2'));
    expect(readJambonzRequest(again(twice))).toEqual(heard);
    expect(retryOfJambonz(DOOR, again(twice))).toBeUndefined();
  });

  it('is the first one when nothing is known of it', () => {
    expect(retryOfJambonz(DOOR, { search: new URLSearchParams(), body: '{' })).toBe(`${DOOR}?step=0&retry=1`);
  });
});
