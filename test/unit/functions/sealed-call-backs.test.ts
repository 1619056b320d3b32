import { describe, expect, it } from 'vitest';
import type { Answer } from '#domain/calls/state.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { createHandler } from '#functions/end-silent-calls/handler.ts';
import { memoryCallBackQueue } from '#test/adapters/memory/call-back-queue.ts';
import { keyOfPhone } from '#test/adapters/memory/phone-keys.ts';
import { memoryRecordings } from '#test/adapters/memory/recordings.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { completeCallBack, takeCallBacks } from '#use-cases/phone/call-back-tasks.ts';
import { keepRecording } from '#use-cases/phone/keep-recording.ts';
import { phoneHotline } from './phone-hotline.ts';
import { hotlineWithWeakTable } from './weak-table.ts';

const PHONE = telephone('+8613807654321');
const LAMP = { speech: '路灯不亮' };
/** Reports a matter, and keys in at the end who may know: 1 anybody, 3 only a supervisor. */
const reports = (key: '1' | '3', speech = '齐都镇水管爆了'): Answer[] => [
  { digits: '1' },
  { speech },
  { digits: '2' },
  { digits: key },
];

type Hotline = ReturnType<typeof phoneHotline>;

const says = async (hotline: Hotline, call: string, answers: readonly Answer[], phone: Telephone = PHONE): Promise<void> => {
  for (const [step, answer] of [{}, ...answers].entries()) await hotline.tell({ what: 'step', call, step, answer, phone });
};
const hangsUp = (hotline: Hotline, call: string) => hotline.tell({ what: 'ended', call, phone: PHONE });
const isLost = async (hotline: Hotline, call: string, answers: readonly Answer[]) => {
  await says(hotline, call, answers);
  expect(await hangsUp(hotline, call)).toMatchObject({ outcome: 'lost' });
};
const sweep = (hotline: Hotline) =>
  createHandler({ ...hotline.needs, calls: hotline.calls, newId: () => 'run', log: () => undefined })();

/** The desk over the calls of a hotline. */
const deskOf = ({ calls, needs }: Hotline) => {
  const queue = memoryCallBackQueue(needs.now);
  let told = 0;
  const deskNeeds = { callBackQueue: queue, callBacks: calls.backs, district: needs.district, now: needs.now };
  return {
    lease: () => {
      for (const message of calls.wanted().slice(told)) queue.put(JSON.stringify(message));
      told = calls.wanted().length;
      return takeCallBacks({ most: 10, waitSeconds: 0, leaseSeconds: 900 }, deskNeeds);
    },
    finish: (id: string, lease: string, outcome: 'reached' | 'unreached', again: boolean) =>
      completeCallBack({ id, lease, outcome, again }, deskNeeds),
  };
};

/** Nobody at the desk may be told of this caller, by whatever they are shown or what is kept for it. */
const expectSealed = async (hotline: Hotline, words = LAMP.speech) => {
  const shown = JSON.stringify([
    await deskOf(hotline).lease(),
    hotline.calls.callBacks(),
    await hotline.calls.backs.ofCaller(keyOfPhone(PHONE)),
    hotline.calls.wanted(),
  ]);
  expect(shown).not.toContain(PHONE.slice(3));
  expect(shown).not.toContain(words);
};
const mattersOf = (hotline: Hotline, isConfidential = true) =>
  hotline.tickets
    .allTickets()
    .filter(({ reporter }) => (reporter.confidential === true) === isConfidential)
    .map(({ matter }) => matter);

describe('the call-back of a caller whose ticket is confidential', () => {
  it('is sealed when they were lost first, and what they said then is a confidential ticket', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'one', [{ digits: '1' }, LAMP]);
    await isLost(hotline, 'two', []);
    expect(await deskOf(hotline).lease()).toMatchObject([{ item: { phone: PHONE } }]);
    await says(hotline, 'three', reports('3'));
    await expectSealed(hotline);
    expect(mattersOf(hotline)).toEqual(['齐都镇水管爆了', LAMP.speech]);
    expect(hotline.calls.callBacks()).toMatchObject([{ calls: [], outcome: 'settled', sealedAt: expect.any(String) }]);
  });

  it('stays open where the ticket is not confidential', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'one', [{ digits: '1' }, LAMP]);
    await says(hotline, 'two', reports('1'));
    expect(await deskOf(hotline).lease()).toMatchObject([{ item: { phone: PHONE, calls: [{ matter: LAMP.speech }] } }]);
  });

  it('is sealed when the last answer of the call itself comes after it was taken for lost', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'before', [{ digits: '1' }, LAMP]);
    const answers = reports('3');
    await isLost(hotline, 'one', answers.slice(0, -1));
    await hotline.tell({ what: 'step', call: 'one', step: 4, answer: { digits: '3' }, phone: PHONE });
    await expectSealed(hotline);
    expect(mattersOf(hotline)).toEqual(['齐都镇水管爆了', LAMP.speech]);
  });

  it('makes no second ticket of what the ticket says', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'one', [{ digits: '1' }, { speech: '水管爆了' }]);
    await says(hotline, 'two', reports('3'));
    await expectSealed(hotline, '水管爆了');
    expect(mattersOf(hotline)).toEqual(['齐都镇水管爆了']);
  });

  it('is not opened for a call that was lost before, and is found after', async () => {
    const hotline = phoneHotline();
    await says(hotline, 'one', [{ digits: '1' }, LAMP]);
    hotline.pass(2);
    await says(hotline, 'two', reports('3'));
    hotline.pass(11);
    expect(await sweep(hotline)).toBeGreaterThan(0);
    await expectSealed(hotline);
    expect(mattersOf(hotline)).toEqual(['齐都镇水管爆了', LAMP.speech]);
  });

  it('tells nothing but the number of one who is lost later', async () => {
    const hotline = phoneHotline();
    await says(hotline, 'one', reports('3'));
    await isLost(hotline, 'two', [{ digits: '1' }]);
    const [leased] = await deskOf(hotline).lease();
    expect(leased?.item.calls).toEqual([{ call: 'twilio:two', at: expect.any(String), reason: 'hung-up' }]);
    await says(hotline, 'three', [{ digits: '1' }, LAMP]);
    expect(await hangsUp(hotline, 'three')).toMatchObject({ outcome: 'connected' });
    await expectSealed(hotline);
    expect(mattersOf(hotline)).toEqual(['齐都镇水管爆了', LAMP.speech]);
  });

  it('is open again for who says that anybody may know', async () => {
    const hotline = phoneHotline();
    await says(hotline, 'one', reports('3'));
    await isLost(hotline, 'two', [{ digits: '1' }, { speech: '路灯不亮，不用保密' }]);
    expect(await deskOf(hotline).lease()).toMatchObject([{ item: { calls: [{ matter: expect.stringContaining('路灯不亮') }] } }]);
  });

  it('is none where they wished it in the lost call itself', async () => {
    const hotline = phoneHotline();
    await says(hotline, 'one', [{ digits: '1' }, { speech: '村主任贪污，请给我保密' }]);
    await hangsUp(hotline, 'one');
    expect(hotline.calls.callBacks().every(({ doneAt }) => doneAt !== undefined)).toBe(true);
    await expectSealed(hotline, '贪污');
    expect(mattersOf(hotline)).toEqual([expect.stringContaining('贪污')]);
  });

  it('is sealed when the wish comes after the ticket', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'one', [{ digits: '1' }, LAMP]);
    await says(hotline, 'two', [{ speech: '齐都镇西关村有人在打老婆' }]);
    expect(mattersOf(hotline, false)).toHaveLength(1);
    expect(await deskOf(hotline).lease()).toHaveLength(1);
    await hotline.tell({ what: 'step', call: 'two', step: 2, answer: { speech: '别说是我报的，请保密' }, phone: PHONE });
    await expectSealed(hotline);
    expect(mattersOf(hotline)).toHaveLength(2);
  });

  it('is finished as usual by an agent who holds it at that moment, and comes to nobody again', async () => {
    for (const [outcome, again] of [
      ['reached', false],
      ['unreached', false],
      ['unreached', true],
    ] as const) {
      const hotline = phoneHotline();
      const desk = deskOf(hotline);
      await isLost(hotline, 'one', [{ digits: '1' }, LAMP]);
      const [held] = await desk.lease();
      await says(hotline, 'two', reports('3'));
      expect(await desk.finish(held?.item.id ?? '', held?.lease ?? '', outcome, again)).toBe(!again);
      hotline.pass(60);
      expect(await desk.lease()).toEqual([]);
      await expectSealed(hotline);
    }
  });

  it('that changes at the same moment is sealed all the same', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'one', [{ digits: '1' }, LAMP]);
    let isFirst = true;
    const replace: typeof hotline.calls.backs.replace = async (seen, becomes) => {
      if (isFirst) {
        isFirst = false;
        await isLost(hotline, 'between', [{ digits: '1' }, { speech: '井盖丢了' }]);
      }
      return hotline.calls.backs.replace(seen, becomes);
    };
    const racing = phoneHotline({
      calls: hotline.calls,
      callBacks: { ...hotline.calls.backs, replace },
      store: hotline.tickets,
      randomBelow: hotline.needs.randomBelow,
    });
    await says(racing, 'two', reports('3'));
    await expectSealed(hotline);
    await expectSealed(hotline, '井盖丢了');
    expect(mattersOf(hotline)).toEqual(['齐都镇水管爆了', LAMP.speech, '井盖丢了']);
  });

  it('has its recording in the ticket that came of it, where an agent hears nothing', async () => {
    const hotline = phoneHotline();
    await isLost(hotline, 'one', [{ digits: '1' }, LAMP]);
    const made = {
      provider: 'twilio' as const,
      call: 'one',
      recording: 'RE1',
      url: 'https://provider.example/RE1',
      at: hotline.needs.now(),
      correlationId: 'x',
    };
    const needs = {
      ...hotline.needs,
      source: { fetch: async () => ({ bytes: new Uint8Array(1), type: 'audio/wav' }) },
      archive: memoryRecordings(),
      store: hotline.tickets,
    };
    expect(await keepRecording(made, needs)).toBe('linked-to-call-back');
    await says(hotline, 'two', reports('3'));
    expect(hotline.tickets.allTickets()).toMatchObject([
      {},
      { recording: 'recordings/twilio/one/RE1', reporter: { confidential: true } },
    ]);
    // One that comes late finds the ticket too.
    await isLost(hotline, 'three', []);
    await says(hotline, 'four', [{ digits: '1' }, { speech: '井盖丢了' }]);
    await hangsUp(hotline, 'four');
    expect(await keepRecording({ ...made, call: 'four', recording: 'RE4' }, needs)).toBe('linked');
  });

  it('is sealed when the ticket comes of a parked call', async () => {
    const hotline = hotlineWithWeakTable();
    const lost = { what: 'step', call: 'one', phone: PHONE } as const;
    for (const [step, answer] of [{}, { digits: '1' }, LAMP].entries()) await hotline.deliver({ ...lost, step, answer });
    hotline.pass(11);
    await hotline.sweep();
    expect(hotline.calls.callBacks()).toMatchObject([{ phone: PHONE }]);
    const answers = [{}, ...reports('3')];
    for (const [step, answer] of answers.entries()) {
      if (step === answers.length - 1) hotline.turn(true);
      await hotline.deliver({ what: 'step', call: 'two', phone: PHONE, step, answer });
    }
    hotline.turn(false);
    hotline.pass(3);
    for (const body of hotline.parked) await hotline.drain(body);
    expect(JSON.stringify(hotline.calls.callBacks())).not.toMatch(/07654321|路灯/);
    expect(hotline.tickets.allTickets().map(({ reporter }) => reporter.confidential)).toEqual([true, true]);
  });

  it('of nobody else is touched', async () => {
    const hotline = phoneHotline();
    await says(hotline, 'other', [{ digits: '1' }, LAMP], telephone('+8613812345678'));
    await hangsUp(hotline, 'other');
    await says(hotline, 'two', reports('3'));
    expect(await deskOf(hotline).lease()).toMatchObject([{ item: { phone: '+8613812345678' } }]);
  });
});
