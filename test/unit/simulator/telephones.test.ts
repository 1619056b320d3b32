import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { jambonzLine, jambonzSignature } from '#simulator/telephone/jambonz.ts';
import { telephoneWith } from '#simulator/telephone/provider.ts';
import type { CallAnswer } from '#simulator/telephone/script.ts';
import { twilioLine } from '#simulator/telephone/twilio.ts';
import { wrongWith } from '#test/unit/channels/jambonz-callbacks.ts';
import { door } from './canned-door.ts';

const DOOR = 'https://hotline.example/voice';
const SECRET = 'test-only-0123456789abcdef012345';
const FROM = '+8610000000001';

describe('the stand-in of Twilio', () => {
  const account = { statusCallback: `${DOOR}?ended=yes`, authToken: SECRET, accountSid: 'AC0', api: 'https://api.example' };
  const call = async (answers: CallAnswer[], ...documents: string[]) => {
    const { wires, sent } = door(...documents.map((verbs) => `<Response>${verbs}</Response>`));
    const record = await telephoneWith(twilioLine({ door: DOOR, ...account }), wires, 'LZ')({ from: FROM, answers });
    return { record, sent, forms: sent.map(({ url, body }) => [url, Object.fromEntries(new URLSearchParams(body))] as const) };
  };
  const gather = `<Gather input="dtmf speech" numDigits="1" action="${DOOR}?step=1"><Say>按键</Say></Gather>`;

  it('signs every request so that Twilio’s own package takes it', async () => {
    const { sent, forms } = await call([{ keys: '1' }], gather, '<Say>好</Say><Hangup/>');
    expect(forms.map(([url]) => url)).toEqual([DOOR, `${DOOR}?step=1`, `${DOOR}?ended=yes`]);
    expect(forms.map(([, { CallStatus }]) => CallStatus)).toEqual(['ringing', 'in-progress', 'completed']);
    for (const [place, { url, headers }] of sent.entries()) {
      expect(twilio.validateRequest(SECRET, headers['x-twilio-signature'] ?? '', url, forms[place]?.[1] ?? {})).toBe(true);
    }
  });

  it('signs an address letter by letter as it was given', async () => {
    const { sent, forms } = await call([{ keys: '1' }], gather.replace('?step=1', "?step=1&amp;said=there's"), '<Hangup/>');
    const signature = twilio.getExpectedTwilioSignature(SECRET, `${DOOR}?step=1&said=there's`, forms[1]?.[1] ?? {});
    expect(sent[1]?.headers['x-twilio-signature']).toBe(signature);
  });

  it.each([
    [{ keys: '1#' }, { Digits: '1' }],
    [{ speech: '你好' }, { SpeechResult: '你好' }],
  ] as const)('tells what was answered: %o', async (answer, form) => {
    const { forms } = await call([answer], gather, '<Hangup/>');
    expect(forms[1]?.[1]).toMatchObject(form);
  });

  it('says nothing of silence unless it is asked to, and goes on behind the question', async () => {
    const told = gather.replace('<Gather ', '<Gather actionOnEmptyResult="true" ');
    expect((await call([{ silence: true }], told, '<Hangup/>')).forms[1]?.[0]).toBe(`${DOOR}?step=1`);
    const { record, forms } = await call([{ silence: true }], `${gather}<Say>再见</Say>`);
    expect([record.heard, forms.length]).toEqual([['按键', '再见'], 2]);
  });

  it('does not hear speech where only keys are taken', async () => {
    const { forms } = await call([{ speech: '一' }], gather.replace('dtmf speech', 'dtmf'));
    expect(forms.map(([url]) => url)).toEqual([DOOR, `${DOOR}?ended=yes`]);
  });

  it('makes a recording of a message, also of one that ends by hanging up, and none of silence', async () => {
    const record = `<Record action="${DOOR}?step=1"/><Redirect>${DOOR}?step=2</Redirect>`;
    const left = await call([{ recording: '' }], record, '<Hangup/>');
    expect(left.forms[1]?.[1]).toMatchObject({
      Digits: '#',
      RecordingUrl: expect.stringMatching(/^https:\/\/api\.example\/.*RE/),
    });
    const gone = await call([{ hangUp: true }], record);
    expect(gone.forms.slice(1).map(([, { Digits, CallStatus }]) => [Digits, CallStatus])).toEqual([
      ['hangup', 'completed'],
      [undefined, 'completed'],
    ]);
    expect((await call([{ silence: true }], record, '<Hangup/>')).forms[1]?.[0]).toBe(`${DOOR}?step=2`);
  });

  it('tells when the recording of a call is ready, after its end', async () => {
    const start = `<Start><Recording recordingStatusCallback="${DOOR}?recorded=yes"/></Start>`;
    const { forms } = await call([], `${start}<Hangup/>`);
    expect(forms.slice(1)).toMatchObject([
      [`${DOOR}?ended=yes`, {}],
      [`${DOOR}?recorded=yes`, { RecordingStatus: 'completed' }],
    ]);
  });

  it('puts a caller through, or lets them wait until they leave or are taken', async () => {
    const dial = `<Dial action="${DOOR}?step=1"><Number>+8610000000900</Number></Dial>`;
    expect((await call([{ agent: 'busy' }], dial, '<Hangup/>')).forms[1]?.[1]).toMatchObject({ DialCallStatus: 'busy' });
    const queue = `<Enqueue action="${DOOR}?step=1" waitUrl="${DOOR}?waiting=yes">agents</Enqueue>`;
    const waited = await call([{ agent: 'busy' }], queue, '<Say>请稍候</Say>', '<Say>请稍候</Say>', '<Leave/>', '<Hangup/>');
    expect(waited.forms.slice(1, 4).map(([, { QueueTime }]) => QueueTime)).toEqual(['0', '10', '20']);
    expect(waited.forms[4]?.[1]).toMatchObject({ QueueResult: 'leave', QueueTime: '20' });
    const taken = await call([{ agent: 'completed' }], queue, '<Say>请稍候</Say>', '<Hangup/>');
    expect(taken.forms[2]?.[1]).toMatchObject({ QueueResult: 'bridged' });
  });

  it('refuses what Twilio does not document, and calls that never end', async () => {
    for (const strange of ['<Sing/>', '<Say tune="1">a</Say>', '<Hangup>', '<Leave/>']) {
      await expect(call([], strange), strange).rejects.toThrow();
    }
    await expect(call([], `<Redirect>${DOOR}</Redirect>`)).rejects.toThrow('in circles');
    await expect(call([{ agent: 'busy' }], gather)).rejects.toThrow('awaited');
  });
});

describe('the stand-in of jambonz', () => {
  const NOW = 1_795_401_000_000;
  const call = async (answers: CallAnswer[], ...applications: object[][]) => {
    const { wires, sent, kept } = door(...applications.map((verbs) => JSON.stringify(verbs)));
    const application = { door: DOOR, statusHook: `${DOOR}?ended=yes`, webhookSecret: SECRET, now: () => NOW };
    const record = await telephoneWith(jambonzLine(application), wires, 'LZ')({ from: FROM, answers });
    const payloads = sent.map(({ url, body }) => [url.replace(DOOR, ''), JSON.parse(body)] as const);
    return { record, sent, kept, payloads, answered: payloads.filter(([url]) => url.startsWith('?step')) };
  };
  const hangup = { verb: 'hangup' };
  const gather = { verb: 'gather', input: ['digits', 'speech'], actionHook: `${DOOR}?step=1`, finishOnKey: '#' };
  const tone = { verb: 'play', url: 'tone_stream://%(500,0,800)' };

  it('signs every request by its time and its body', async () => {
    const { sent } = await call([], [hangup]);
    for (const { headers, body } of sent) expect(headers['jambonz-signature']).toBe(jambonzSignature(SECRET, body, NOW / 1000));
    // printf '1.{}' | openssl dgst -sha256 -hmac secret
    const hex = '1122767b193110cfec322b6f199b599edbf608ed087f2d27afb0b97d99523908';
    expect(jambonzSignature('secret', '{}', 1)).toBe(`t=1,v1=${hex}`);
  });

  it.each([
    [[gather], { keys: '1#' }, { reason: 'dtmfDetected', digits: '1' }],
    [[gather], { speech: '你好' }, { reason: 'speechDetected' }],
    [[gather], { silence: true }, { reason: 'timeout' }],
    [[{ ...gather, input: ['digits'] }], { speech: '你好' }, { reason: 'timeout' }],
    [[tone, gather], { recording: '' }, { reason: 'stt-low-confidence' }],
    [[tone, gather], { recording: '路灯坏了' }, { reason: 'speechDetected' }],
  ] as [object[], CallAnswer, object][])('at %j tells %o as its schema says', async (verbs, answer, payload) => {
    const { answered } = await call([answer], verbs, [], [hangup]);
    expect(answered).toMatchObject([['?step=1', payload]]);
    expect(wrongWith('gather', answered[0]?.[1])).toBeUndefined();
  });

  it('puts a caller through, or lets them wait until they leave or are taken, as its schemas say', async () => {
    const dial = { verb: 'dial', target: [{ type: 'phone', number: '+8610000000900' }], actionHook: `${DOOR}?step=1` };
    const rung = await call([{ agent: 'completed' }], [dial], [], [], [hangup]);
    expect(rung.answered).toMatchObject([['?step=1', { dial_call_status: 'completed' }]]);
    expect(wrongWith('dial', rung.answered[0]?.[1])).toBeUndefined();
    const legs = rung.payloads.filter(([, { parent_call_sid }]) => parent_call_sid === rung.record.id);
    expect(legs).toMatchObject([['?ended=yes', { direction: 'outbound', call_status: 'completed' }]]);

    const queue = { verb: 'enqueue', name: 'agents', actionHook: `${DOOR}?step=1`, waitHook: `${DOOR}?waiting=yes` };
    const wait = [{ verb: 'pause', length: 5 }];
    const waited = await call([{ agent: 'busy' }], [queue], [], wait, [{ verb: 'leave' }], [hangup]);
    expect(waited.answered).toMatchObject([['?step=1', { queue_result: 'leave', queue_time: 5 }]]);
    expect(wrongWith('enqueue', waited.answered[0]?.[1])).toBeUndefined();
    for (const [url, payload] of waited.payloads) {
      if (url === '?waiting=yes') expect(wrongWith('enqueue-wait', payload)).toBeUndefined();
    }
    expect((await call([{ agent: 'completed' }], [queue], [], wait, [hangup])).answered).toMatchObject([
      ['?step=1', { queue_result: 'bridged' }],
    ]);
  });

  it('tells how a call begins and ends as its schemas say, and brings the recording of one that was recorded', async () => {
    const record = { verb: 'config', record: { action: 'startCallRecording', type: 'cloud' } };
    const recorded = await call([], [record, hangup]);
    expect(recorded.payloads.map(([url, { call_status }]) => [url, call_status])).toEqual([
      ['', 'trying'],
      ['?ended=yes', 'in-progress'],
      ['?ended=yes', 'completed'],
    ]);
    expect(wrongWith('session-new', recorded.payloads[0]?.[1])).toBeUndefined();
    expect(wrongWith('call-status', recorded.payloads[2]?.[1])).toBeUndefined();
    expect(recorded.kept).toEqual([expect.stringMatching(`^\\d{4}/\\d\\d/\\d\\d/${recorded.record.id}\\.wav$`)]);
    expect((await call([], [hangup])).kept).toEqual([]);
  });

  it('refuses what its packages find fault with, and calls that never end', async () => {
    await expect(call([], [{ verb: 'gather', input: ['dtmf'] }])).rejects.toThrow();
    await expect(call([], [{ verb: 'sing' }])).rejects.toThrow();
    await expect(call([], [{ verb: 'tag', data: {} }])).rejects.toThrow('knows no tag');
    await expect(call([], [{ verb: 'redirect', actionHook: DOOR }])).rejects.toThrow('in circles');
  });
});
