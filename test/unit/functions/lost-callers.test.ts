import { describe, expect, it } from 'vitest';
import type { Heard } from '#channels/heard.ts';
import type { Answer } from '#domain/calls/state.ts';
import type { Telephone } from '#domain/telephone/telephone.ts';
import { createHandler } from '#functions/end-silent-calls/handler.ts';
import { type Log, lineOf } from '#runtime/log.ts';
import { telephone } from '#test/unit/domain/telephones.ts';
import { answerCall } from '#use-cases/phone/answer-call.ts';
import { phoneHotline } from './phone-hotline.ts';

const PHONE = telephone('+8610000000051');
const MATTER = { speech: '楼下水管爆了' };

/** A call as far as it came; gives the hotline that it was made to. */
const callAsFarAs = async (
  hotline: ReturnType<typeof phoneHotline>,
  call: string,
  answers: readonly Answer[],
  phone: Telephone | undefined = PHONE,
): Promise<void> => {
  for (const [step, answer] of [{}, ...answers].entries()) await hotline.tell({ what: 'step', call, step, answer, phone });
};
const hangUp = (hotline: ReturnType<typeof phoneHotline>, call: string) => hotline.tell({ what: 'ended', call, phone: PHONE });
const sweep = (hotline: ReturnType<typeof phoneHotline>) =>
  createHandler({ ...hotline.needs, calls: hotline.calls, newId: () => 'run', log: () => undefined })();

describe('a caller who hangs up half way', () => {
  it('leaves a call-back with what is known so far, counted as not connected', async () => {
    const hotline = phoneHotline();
    await callAsFarAs(hotline, 'one', [{ digits: '1' }, MATTER, { speech: '齐都镇' }]);
    expect(await hangUp(hotline, 'one')).toMatchObject({ tells: 'nothing', outcome: 'lost' });
    expect(hotline.calls.callBacks()).toMatchObject([
      { phone: PHONE, calls: [{ call: 'twilio:one', reason: 'hung-up', matter: MATTER.speech, area: 'qidu' }] },
    ]);
    expect(hotline.calls.endings()).toMatchObject([{ connected: false }]);
    expect(hotline.calls.wanted()).toHaveLength(1);
    expect(JSON.stringify(hotline.calls.wanted())).not.toContain(PHONE.slice(3));
    expect(hotline.tickets.allTickets()).toEqual([]);
  });

  it('is asked for once, however often they ring within the time, and nothing that they said is lost', async () => {
    const hotline = phoneHotline();
    for (const call of ['one', 'two', 'three']) {
      await callAsFarAs(hotline, call, call === 'two' ? [{ digits: '1' }, MATTER] : []);
      await hangUp(hotline, call);
      await hangUp(hotline, call);
      hotline.pass(10);
    }
    expect(hotline.calls.wanted()).toHaveLength(1);
    expect(hotline.calls.callBacks()).toHaveLength(1);
    expect(hotline.calls.callBacks()[0]?.calls.map(({ matter }) => matter)).toEqual([undefined, MATTER.speech, undefined]);
    expect(hotline.calls.endings()).toHaveLength(3);

    hotline.pass(180);
    await callAsFarAs(hotline, 'late', []);
    await hangUp(hotline, 'late');
    expect(hotline.calls.wanted()).toHaveLength(2);
    expect(hotline.calls.callBacks()[0]?.calls).toHaveLength(4);
  });

  it('is noticed though the provider tells nothing', async () => {
    const hotline = phoneHotline();
    await callAsFarAs(hotline, 'one', [{ digits: '1' }]);
    hotline.pass(9);
    expect(await sweep(hotline)).toBe(0);
    hotline.pass(2);
    expect(await sweep(hotline)).toBe(1);
    expect(await sweep(hotline)).toBe(0);
    expect(hotline.calls.wanted()).toHaveLength(1);
    expect(await hangUp(hotline, 'one')).toMatchObject({ outcome: 'ended-before' });
  });

  it('is noticed though the call of somebody else can not be ended', async () => {
    const hotline = phoneHotline();
    await callAsFarAs(hotline, 'broken', [{ digits: '1' }], telephone('+8610000000052'));
    await callAsFarAs(hotline, 'one', [{ digits: '1' }]);
    hotline.pass(11);
    const get = async (id: string) => {
      if (id === 'twilio:broken') throw new Error('row did not parse');
      return hotline.calls.get(id);
    };
    const lines: string[] = [];
    const needs = { ...hotline.needs, newId: () => 'run', log: (...line: Parameters<Log>) => void lines.push(lineOf(...line)) };
    await expect(createHandler({ ...needs, calls: { ...hotline.calls, get } })()).rejects.toThrow('1 call could not be ended');
    expect(hotline.calls.callBacks().map(({ phone }) => phone)).toEqual([PHONE]);
    expect(lines.filter((line) => line.includes('twilio:broken') && line.includes('row did not parse'))).toHaveLength(1);
    // It is still there when it can be read again.
    expect(await sweep(hotline)).toBe(1);
    expect(hotline.calls.callBacks()).toHaveLength(2);
  });

  it('is noticed behind 250 calls whose rows can not be read', async () => {
    const hotline = phoneHotline();
    for (let n = 0; n < 250; n += 1) await callAsFarAs(hotline, `broken-${n}`, [], undefined);
    hotline.pass(1);
    await callAsFarAs(hotline, 'one', [{ digits: '1' }]);
    hotline.pass(11);
    const get = async (id: string) => {
      if (id.includes('broken')) throw new Error('row did not parse');
      return hotline.calls.get(id);
    };
    const needs = { ...hotline.needs, newId: () => 'run', log: () => undefined };
    await expect(createHandler({ ...needs, calls: { ...hotline.calls, get } })()).rejects.toThrow(
      '250 calls could not be ended; 1 were',
    );
    expect(hotline.calls.callBacks()).toHaveLength(1);
  });

  it.each([
    ['confirmed what was understood', [{ digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }]],
    ['cried for help', [{ speech: '辛店街道着火了' }]],
  ])('who %s has a ticket, though it failed at that moment', async (_, answers) => {
    const hotline = phoneHotline();
    await callAsFarAs(hotline, 'one', answers.slice(0, -1));
    const open = () => Promise.reject(new Error('throttled'));
    const failing = { ...hotline.needs, store: { ...hotline.tickets, open } };
    const last: Heard = { what: 'step', call: 'one', step: answers.length, answer: answers.at(-1) ?? {}, phone: PHONE };
    await expect(answerCall(last, 'test', failing)).rejects.toThrow('throttled');
    expect(await hangUp(hotline, 'one')).toMatchObject({ outcome: 'connected' });
    expect(hotline.tickets.allTickets()).toHaveLength(1);
    expect(hotline.calls.callBacks()).toEqual([]);
  });

  it('and whose last answer comes after that, is not rung back for what it settled', async () => {
    const hotline = phoneHotline();
    const answers = [{ digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }];
    await callAsFarAs(hotline, 'one', answers);
    expect(await hangUp(hotline, 'one')).toMatchObject({ outcome: 'lost' });
    await hotline.tell({ what: 'step', call: 'one', step: 4, answer: { digits: '3' }, phone: PHONE });
    expect(hotline.tickets.allTickets()).toMatchObject([{ reporter: { confidential: true } }]);
    expect(hotline.calls.callBacks()).toMatchObject([{ outcome: 'settled', doneAt: expect.any(String) }]);
    expect(hotline.calls.endings()).toMatchObject([{ connected: true }]);
  });

  it('with a matter, and then twenty times without a word, is rung back about the matter', async () => {
    const hotline = phoneHotline();
    await callAsFarAs(hotline, 'first', [{ digits: '1' }, MATTER]);
    await hangUp(hotline, 'first');
    for (let n = 0; n < 20; n += 1) {
      await callAsFarAs(hotline, `again-${n}`, []);
      await hangUp(hotline, `again-${n}`);
    }
    const [callBack] = hotline.calls.callBacks();
    expect(callBack?.calls).toHaveLength(20);
    expect(callBack?.calls[0]).toMatchObject({ call: 'twilio:first', matter: MATTER.speech });
  });

  it('whose number is withheld, has a ticket of what they said, to be looked at', async () => {
    const hotline = phoneHotline();
    for (const [step, answer] of [{}, { digits: '1' }, MATTER].entries()) {
      await hotline.tell({ what: 'step', call: 'one', step, answer });
    }
    await hotline.tell({ what: 'ended', call: 'one' });
    expect(hotline.tickets.allTickets()).toMatchObject([
      { matter: MATTER.speech, sorting: { unsure: expect.arrayContaining(['area', 'matter']) } },
    ]);
    await callAsFarAs(hotline, 'two', [], undefined);
  });
});

describe('a caller for whom no agent had time', () => {
  it('is rung back, unless they helped themselves', async () => {
    const hotline = phoneHotline({ hasDesk: true });
    await callAsFarAs(hotline, 'one', [{}, { dial: 'busy' }]);
    await hangUp(hotline, 'one');
    expect(hotline.calls.callBacks()).toMatchObject([{ calls: [{ reason: 'no-agent' }] }]);

    const other = phoneHotline({ hasDesk: true });
    const answers = [{}, { dial: 'busy' }, { speech: '齐都镇水管爆了' }, { digits: '2' }, { digits: '1' }];
    await callAsFarAs(other, 'two', answers);
    await hangUp(other, 'two');
    expect(other.calls.callBacks()).toEqual([]);
    expect(other.calls.endings()).toMatchObject([{ connected: true }]);
  });

  it('waits as long as the desk says', async () => {
    const hotline = phoneHotline({ hasDesk: true });
    expect(await hotline.tell({ what: 'waiting', call: 'one', seconds: 5 })).toMatchObject({ tells: 'wait' });
    expect(await hotline.tell({ what: 'waiting', call: 'one', seconds: 25 })).toMatchObject({ tells: 'leave' });
  });

  it('is not sent to an empty desk at night', async () => {
    const hotline = phoneHotline({ hasDesk: true });
    hotline.pass(12 * 60);
    const reply = await hotline.tell({ what: 'step', call: 'one', step: 0, answer: {}, phone: PHONE });
    expect(reply).toMatchObject({ tells: 'step', outcome: 'menu' });
  });
});
