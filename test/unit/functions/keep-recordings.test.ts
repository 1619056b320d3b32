import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callInKey, RecordingArrived } from '#contracts/messages/recording-arrived.ts';
import { type RecordingMade, recordingKey } from '#contracts/messages/recording-made.ts';
import { NotYet } from '#domain/errors.ts';
import { createHandler, RecordingMessage } from '#functions/keep-recordings/handler.ts';
import { memoryRecordingSource, memoryRecordings } from '#test/adapters/memory/recordings.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { crashAt, crashes } from './crash.ts';
import { NOW, phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8610000000081');
const CALL_ID = '2f1d1a3e-6c5b-4a7e-9b59-2b5f5e0c1a01';
const SOUND = { bytes: new Uint8Array([1, 2, 3]), type: 'audio/wav' };
const urlOf = (recording: string): string => `https://provider.example/${recording}`;
const made = (recording = 'RE1', call = 'CA1'): RecordingMade => ({
  provider: 'twilio',
  call,
  recording,
  url: urlOf(recording),
  at: NOW,
  correlationId: 'c',
});
const arrived = (key: string) => ({
  version: '0',
  id: 'e',
  'detail-type': 'Object Created',
  source: 'aws.s3',
  account: '1',
  time: '2026-11-23T02:30:00Z',
  detail: { bucket: { name: 'recordings' }, object: { key, size: 3 }, reason: 'PutObject' },
});

const hotline = () => {
  const { needs, tickets, calls, ...others } = phoneHotline();
  const archive = memoryRecordings();
  const fetched: string[] = [];
  const sounds = memoryRecordingSource(new Map(['RE1', 'RE2'].map((id) => [urlOf(id), SOUND])));
  const source = {
    fetch: async (url: string) => {
      fetched.push(url);
      return sounds.fetch(url);
    },
  };
  const parts = { calls, callBacks: calls.backs, store: tickets, archive, source };
  const keep = (message: unknown, overrides: Partial<typeof parts> = {}): Promise<string> =>
    createHandler({ ...needs, ...parts, ...overrides })(RecordingMessage.parse(message));
  const lines = [{}, { digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }];
  /** A call that reports a matter to its end, or hangs up after so many steps. */
  const call = async (id = 'CA1', steps = lines.length, provider: 'twilio' | 'jambonz' | 'connect' = 'twilio') => {
    for (const [step, answer] of lines.slice(0, steps).entries()) {
      await others.tell({ what: 'step', call: id, step, answer, phone: PHONE }, provider);
    }
    await others.tell({ what: 'ended', call: id }, provider);
  };
  const linked = () => ({
    tickets: tickets.allTickets().map(({ recording }) => recording),
    callBacks: calls.callBacks().flatMap((one) => one.calls.map(({ recording }) => recording)),
  });
  return { ...others, ...parts, tickets, keep, call, fetched, linked };
};

describe('a recording', () => {
  it('ends in the bucket once and is linked once, in whichever order and however often things are told', async () => {
    const told = fc.array(fc.constantFrom('call', 'RE1', 'RE2'), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(told, fc.boolean(), async (events, isLost) => {
        const { keep, call, fetched, archive, linked, pass } = hotline();
        const tell = async (event: string): Promise<void> => {
          if (event === 'call') await call('CA1', isLost ? 3 : 5);
          else await keep(made(event)).catch(() => undefined);
          pass(1);
        };
        for (const event of [...events, 'call']) await tell(event);
        for (const recording of ['RE1', 'RE2']) await keep(made(recording));
        const before = linked();
        for (const recording of ['RE2', 'RE1']) await keep(made(recording));
        expect(linked()).toEqual(before);
        expect(fetched).toHaveLength(2);
        expect(archive.kept.size).toBe(2);
        const key = expect.stringMatching(/^recordings\/twilio\/CA1\/RE[12]$/);
        expect(before).toEqual(isLost ? { tickets: [], callBacks: [key] } : { tickets: [key], callBacks: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('is kept and linked, wherever the function dies, when it comes again', async () => {
    for (const steps of [5, 3]) {
      for (const { step, when } of crashes(7)) {
        const { keep, call, linked, archive, calls, tickets, source } = hotline();
        await call('CA1', steps);
        const crash = crashAt(step, when);
        const dying = {
          store: crash.watch(tickets),
          calls: crash.watch(calls),
          callBacks: crash.watch(calls.backs),
          archive: crash.watch(archive),
          source: crash.watch(source),
        };
        await keep(made(), dying).catch(() => undefined);
        await keep(made());
        const key = recordingKey(made());
        expect(linked()).toEqual(steps === 5 ? { tickets: [key], callBacks: [] } : { tickets: [], callBacks: [key] });
        expect(archive.kept.get(key)).toEqual(SOUND);
      }
    }
  });

  it('of a call-back is written once, and not over what somebody else writes at that moment', async () => {
    const { keep, call, calls, linked } = hotline();
    await call('CA1', 3);
    const replace = async (): Promise<'conflict'> => 'conflict';
    await expect(keep(made(), { callBacks: { ...calls.backs, replace } })).rejects.toThrow('at the same moment');
    expect(await keep(made())).toBe('linked-to-call-back');
    const version = calls.callBacks()[0]?.version;
    expect(await keep(made())).toBe('linked-to-call-back');
    expect(await keep(made('RE2'))).toBe('linked-to-call-back');
    expect(calls.callBacks()[0]?.version).toBe(version);
    expect(linked().callBacks).toEqual([recordingKey(made())]);
  });

  it('of another call of the same caller is not theirs', async () => {
    const { keep, call, linked } = hotline();
    await call('CA1', 3);
    await call('CA2', 3);
    await keep(made('RE1', 'CA2'));
    expect(linked().callBacks).toEqual([undefined, recordingKey(made('RE1', 'CA2'))]);
  });
});

describe('a recording that its provider brought', () => {
  it.each([
    ['jambonz', `2026/11/23/${CALL_ID}.mp3`],
    ['connect', `incoming/connect/ivr/2026/11/23/${CALL_ID}_20261123T02:30_UTC.wav`],
  ] as const)('%s: is linked as it lies, and nothing is fetched', async (provider, key) => {
    const { keep, call, fetched, archive, linked } = hotline();
    await call(CALL_ID, 5, provider);
    expect([await keep(arrived(key)), await keep(arrived(key))]).toEqual(['linked', 'linked-before']);
    expect(linked().tickets).toEqual([key]);
    expect([fetched, archive.kept.size]).toEqual([[], 0]);
  });

  it('waits for its call as one that was fetched does', async () => {
    const { keep, call, pass } = hotline();
    const key = `2026/11/23/${CALL_ID}.wav`;
    await expect(keep(arrived(key))).rejects.toThrow('nothing has come of this call yet');
    await call(CALL_ID, 3, 'jambonz');
    expect(await keep(arrived(key))).toBe('linked-to-call-back');
    pass(49 * 60);
    expect(await keep(arrived('2026/11/23/2f1d1a3e-6c5b-4a7e-9b59-2b5f5e0c1a02.wav'))).toBe('kept-unlinked');
  });

  it('is not waited for long when its caller was served and left nothing', async () => {
    const { keep, tell, pass, tickets, call } = hotline();
    await call('CA1');
    const number = tickets.allTickets()[0]?.number ?? '';
    const key = `2026/11/23/${CALL_ID}.wav`;
    for (const [step, answer] of [{}, { digits: '2' }, { digits: number.replace(/\D/g, '') }].entries()) {
      await tell({ what: 'step', call: CALL_ID, step, answer, phone: PHONE }, 'jambonz');
    }
    await tell({ what: 'ended', call: CALL_ID }, 'jambonz');
    await expect(keep(arrived(key))).rejects.toThrow(NotYet);
    pass(11);
    expect(await keep(arrived(key))).toBe('kept-unlinked');
  });

  it.each([
    [`2026/11/23/${CALL_ID}.wav`, 'jambonz'],
    [`2026/11/23/${CALL_ID}.mp3`, 'jambonz'],
    [`incoming/jambonz/${CALL_ID}.mp3`, 'jambonz'],
    [`incoming/connect/${CALL_ID}_20261123T02:30_UTC.wav`, 'connect'],
    [`incoming/connect/2026/11/23/${CALL_ID}_20261123T02:30_UTC.wav`, 'connect'],
    [`incoming/connect/2026/11/23/${CALL_ID}_20261123T02:30_UTC.json`, undefined],
    [`incoming/connect/${CALL_ID}`, undefined],
    [`incoming/twilio/${CALL_ID}.wav`, undefined],
    [`recordings/jambonz/${CALL_ID}.wav`, undefined],
    [`2026/11/${CALL_ID}.wav`, undefined],
    [`x/2026/11/23/${CALL_ID}.wav`, undefined],
    ['2026/11/23/notes.txt', undefined],
    ['incoming/', undefined],
  ])('%s is of a call of %s', (key, provider) => {
    expect(callInKey(key)).toEqual(provider && { provider, call: CALL_ID });
  });

  it('is told of by S3 alone, and never of what we put there', () => {
    const told = arrived(`2026/11/23/${CALL_ID}.wav`);
    expect(RecordingArrived.safeParse(told).success).toBe(true);
    for (const wrong of [
      { ...told, source: 'aws.ec2' },
      { ...told, 'detail-type': 'Object Deleted' },
      arrived('recordings/twilio/CA1/RE1'),
      { Service: 'Amazon S3', Event: 's3:TestEvent' },
    ]) {
      expect(RecordingArrived.safeParse(wrong).success).toBe(false);
    }
  });
});
