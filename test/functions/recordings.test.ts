import { describe, expect, it } from 'vitest';
import { createHandler as createGetRecording } from '../../functions/get-recording/handler.ts';
import { createHandler, RecordingMessage } from '../../functions/keep-recordings/handler.ts';
import { memoryRecordingSource, memoryRecordings } from '../../shared/adapters/memory/recordings.ts';
import { callInKey } from '../../shared/contracts/messages/recording-arrived.ts';
import type { Refusal } from '../../shared/domain/errors.ts';
import { linzi, NOW, phoneHotline } from './phone-hotline.ts';

const PHONE = '+8610000000081';
const SOUND = { bytes: new Uint8Array([1, 2, 3]), type: 'audio/wav' };
const CALL_ID = '2f1d1a3e-6c5b-4a7e-9b59-2b5f5e0c1a01';

const keeping = () => {
  const hotline = phoneHotline();
  const archive = memoryRecordings();
  const source = memoryRecordingSource(new Map(['RE1', 'RE2'].map((id) => [`https://provider.example/${id}`, SOUND])));
  const keep = createHandler({ ...hotline.needs, store: hotline.tickets, callBacks: hotline.calls.backs, archive, source });
  const made = (call: string, recording = 'RE1') =>
    keep(
      RecordingMessage.parse({
        provider: 'twilio',
        call,
        recording,
        url: `https://provider.example/${recording}`,
        at: NOW,
        correlationId: 'c',
      }),
    );
  const arrived = (key: string) =>
    keep(
      RecordingMessage.parse({
        'detail-type': 'Object Created',
        source: 'aws.s3',
        id: 'e',
        time: '2026-11-23T02:30:00Z',
        detail: { object: { key } },
      }),
    );
  return { ...hotline, archive, made, arrived };
};

/** A call that reports a matter by speech, in whichever provider's language. */
const report = async ({ tell }: ReturnType<typeof keeping>, call: string, provider: 'twilio' | 'jambonz' = 'twilio') => {
  const answers = [{}, { digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }];
  for (const [step, answer] of answers.entries()) await tell({ what: 'step', call, step, answer, phone: PHONE }, provider);
};

describe('a recording that a provider made', () => {
  it('is kept in our bucket and linked from the ticket, once', async () => {
    const hotline = keeping();
    await report(hotline, 'CA1');
    expect(await hotline.made('CA1')).toBe('linked');
    expect(await hotline.made('CA1')).toBe('linked-before');
    expect([...hotline.archive.kept.keys()]).toEqual(['recordings/twilio/CA1/RE1']);
    expect(hotline.tickets.allTickets()).toMatchObject([{ recording: 'recordings/twilio/CA1/RE1' }]);
    expect(JSON.stringify(hotline.tickets.allTickets())).not.toContain('provider.example');
  });

  it('of the whole call stays beside the message that the caller left', async () => {
    const hotline = keeping();
    const answers = [{}, { digits: '1' }, {}, {}, {}, { recording: 'RE1' }];
    for (const [step, answer] of answers.entries()) await hotline.tell({ what: 'step', call: 'CA1', step, answer, phone: PHONE });
    await hotline.made('CA1', 'RE2');
    expect(await hotline.made('CA1', 'RE1')).toBe('linked-before');
    expect([...hotline.archive.kept.keys()].sort()).toEqual(['recordings/twilio/CA1/RE1', 'recordings/twilio/CA1/RE2']);
    expect(hotline.tickets.allTickets()).toMatchObject([{ recording: 'recordings/twilio/CA1/RE1' }]);
  });

  it('of a caller who was lost belongs to the call-back', async () => {
    const hotline = keeping();
    for (const [step, answer] of [{}, { digits: '1' }, { speech: '水管爆了' }].entries()) {
      await hotline.tell({ what: 'step', call: 'CA1', step, answer, phone: PHONE });
    }
    await hotline.tell({ what: 'ended', call: 'CA1' });
    expect(await hotline.made('CA1')).toBe('linked-to-call-back');
    expect(hotline.calls.callBacks()).toMatchObject([{ calls: [{ recording: 'recordings/twilio/CA1/RE1' }] }]);
  });

  it('waits for a call that still goes on, and is kept though nothing ever comes of it', async () => {
    const hotline = keeping();
    await expect(hotline.made('CA1')).rejects.toThrow('nothing has come of this call yet');
    expect(hotline.archive.kept.size).toBe(1);
    hotline.pass(61);
    expect(await hotline.made('CA1')).toBe('kept-unlinked');
  });

  it('that can not be had comes again', async () => {
    const hotline = keeping();
    await report(hotline, 'CA1');
    await expect(hotline.made('CA1', 'RE3')).rejects.toThrow('404');
    expect(hotline.tickets.allTickets()[0]).not.toHaveProperty('recording');
  });
});

describe('a recording that its provider brought', () => {
  it('is linked as it lies', async () => {
    const hotline = keeping();
    await report(hotline, CALL_ID, 'jambonz');
    const key = `incoming/jambonz/2026/11/23/${CALL_ID}.wav`;
    expect(await hotline.arrived(key)).toBe('linked');
    expect(hotline.tickets.allTickets()).toMatchObject([{ recording: key }]);
  });

  it.each([
    [`incoming/jambonz/2026/11/23/${CALL_ID}.wav`, 'jambonz'],
    [`incoming/connect/hotline/CallRecordings/ivr/2026/11/23/${CALL_ID}_20261123T02:30_UTC.wav`, 'connect'],
    [`incoming/jambonz/${CALL_ID}.mp3`, 'jambonz'],
    ['incoming/jambonz/readme.txt', undefined],
    [`recordings/twilio/${CALL_ID}.wav`, undefined],
  ])('%s', (key, provider) => {
    expect(callInKey(key)).toEqual(provider && { provider, call: CALL_ID });
  });
});

describe('who may hear it', () => {
  const ask = async (role: 'agent' | 'supervisor' | 'department', how: object[] = [{ digits: '1' }]) => {
    const hotline = keeping();
    const answers = [{}, { digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, ...how];
    for (const [step, answer] of answers.entries()) await hotline.tell({ what: 'step', call: 'CA1', step, answer, phone: PHONE });
    await hotline.made('CA1');
    const number = hotline.tickets.allTickets()[0]?.number ?? '';
    const get = createGetRecording({ store: hotline.tickets, archive: hotline.archive, district: linzi, now: () => NOW });
    const caller = { id: 'x', role, ...(role === 'department' && { department: 'water' }) };
    return get({ params: { number }, caller, correlationId: 'c' } as never).catch((error: Refusal) => error.code);
  };

  it('the desk, by a link that holds for five minutes', async () => {
    expect(await ask('agent')).toEqual({
      status: 200,
      body: { url: 'memory:recordings/twilio/CA1/RE1?seconds=300', expiresAt: '2026-11-23T02:35:00.000Z' },
    });
  });

  it('of a confidential caller a supervisor alone; a department nothing of a ticket that is not with it', async () => {
    expect(await ask('agent', [{ digits: '3' }])).toBe('role-not-allowed');
    expect(await ask('supervisor', [{ digits: '3' }])).toMatchObject({ status: 200 });
    expect(await ask('department')).toBe('ticket-unknown');
  });
});
