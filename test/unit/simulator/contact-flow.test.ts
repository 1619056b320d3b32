import { describe, expect, it } from 'vitest';
import { connectLine } from '#simulator/telephone/connect.ts';
import { readFlow } from '#simulator/telephone/contact-flow.ts';
import { telephoneWith } from '#simulator/telephone/provider.ts';
import type { CallAnswer } from '#simulator/telephone/script.ts';
import { heardOf } from '#simulator/telephone/ssml.ts';
import { contactFlow } from '#simulator/telephone/telephone.ts';
import type { Wires } from '#simulator/telephone/wires.ts';

type Told = Record<string, string>;
const step = (act: string, more: Told = {}): Told => ({
  act,
  text: '<speak>请按键</speak>',
  voice: 'Zhiyu',
  language: 'zh-CN',
  step: '1',
  retry: '0',
  startMilliseconds: '5000',
  endMilliseconds: '800',
  digits: '1',
  ...more,
});
const bye = step('hang-up', { text: '<speak>再见</speak>' });

/** Calls with functions that answer what is canned, one after the other; an Error is a failure. */
const call = async (answers: CallAnswer[], told: unknown[]) => {
  const asked: { name: string; parameters: any }[] = [];
  const ended: any[] = [];
  const kept: string[] = [];
  const left = [...told];
  const wires: Wires = {
    post: async (url) => {
      throw new Error(`nobody asks ${url}`);
    },
    invoke: async (name, event: any) => {
      if (name === 'end') return void ended.push(event);
      asked.push({ name, parameters: event.Details.Parameters });
      const next = left.shift();
      if (next === undefined || next instanceof Error) throw next ?? new Error('no answer is left');
      return next;
    },
    keep: async (key) => void kept.push(key),
  };
  const connect = connectLine({ flow: contactFlow(), endFunction: 'end' });
  const record = await telephoneWith(connect, wires, 'LZ')({ from: '+8610000000001', answers });
  return { record, asked, ended, kept };
};

describe('the contact flow, carried out', () => {
  it.each([
    [step('key'), { keys: '1' }, { answered: 'keys', digits: '1', message: 'no' }],
    [step('number'), { keys: '261123048217#' }, { answered: 'keys', digits: '261123048217' }],
    [step('key'), { silence: true }, { answered: 'nothing' }],
    [step('key'), { speech: '一' }, { answered: 'nothing' }],
    [step('speech'), { speech: '水管爆了' }, { answered: 'words', speech: '水管爆了' }],
    [step('speech'), { keys: '9' }, { answered: 'words', speech: '9' }],
    [step('speech'), { silence: true }, { answered: 'words', speech: '-' }],
    [step('record'), { recording: '' }, { message: 'yes', digits: 'Timeout' }],
    [step('record'), { keys: '9' }, { answered: 'keys', message: 'yes', digits: '9' }],
    [step('agent'), { agent: 'busy' }, { answered: 'agent', agent: 'no-agent' }],
    [step('transfer', { number: '+8653312345' }), { agent: 'completed' }, { answered: 'agent', agent: 'completed' }],
    [step('transfer', { number: '119' }), { hangUp: true }, { answered: 'agent', agent: 'failed' }],
  ] as [Told, CallAnswer, Told][])('at %j hands over %o', async (told, answer, parameters) => {
    const { asked, record } = await call([answer], [told, bye]);
    expect(asked[1]).toMatchObject({ name: 'answer-connect-call', parameters: { step: '1', ...parameters } });
    expect(record.heard.at(-1)).toBe('再见');
  });

  it('asks once more when a function fails, then the one that takes messages, then says sorry and hangs up', async () => {
    const failed = new Error('Task timed out');
    expect((await call([], [failed, bye])).asked.map(({ name }) => name)).toEqual(Array(2).fill('answer-connect-call'));
    const { asked, record } = await call([], [failed, failed, failed]);
    expect(asked.map(({ name }) => name)).toEqual(['answer-connect-call', 'answer-connect-call', 'take-message']);
    expect(record.heard.join()).toContain('系统暂时不能办理');
  });

  it('tells once that a contact has ended, and whether an agent had it; brings the recording', async () => {
    const gone = await call([{ hangUp: true }], [step('key')]);
    expect(gone.ended).toMatchObject([
      { source: 'aws.connect', detail: { eventType: 'DISCONNECTED', contactId: gone.record.id } },
    ]);
    expect(gone.ended[0].detail).not.toHaveProperty('agentInfo');
    expect(gone.kept).toEqual([expect.stringMatching(`^incoming/connect/ivr/\\d{4}/\\d\\d/\\d\\d/${gone.record.id}_`)]);
    const taken = await call([{ agent: 'completed' }], [step('agent')]);
    expect(taken.ended[0].detail.agentInfo).toHaveProperty('connectedToAgentTimestamp');
  });

  it('refuses answers that Amazon Connect would not take', async () => {
    await expect(call([], [{ ...bye, list: [] }])).rejects.toThrow('flat map');
    await expect(call([], ['text'])).rejects.toThrow('flat map');
    await expect(call([], [{ ...bye, much: 'x'.repeat(33_000) }])).rejects.toThrow('32 KB');
    await expect(call([], [{ ...bye, text: '再见' }])).rejects.toThrow('SSML');
  });
});

describe('a flow', () => {
  const flow = (change: (actions: any[]) => void): string => {
    const whole = JSON.parse(contactFlow());
    change(whole.Actions);
    return JSON.stringify(whole);
  };
  const action = (actions: any[], id: string) => actions.find(({ Identifier }) => Identifier === id);

  it('of actions, parameters or errors that are not documented is refused', () => {
    expect(readFlow(flow(() => {})).actions.size).toBeGreaterThan(20);
    const strange: ((actions: any[]) => void)[] = [
      (actions) => Object.assign(action(actions, 'end'), { Type: 'HangUp' }),
      (actions) => Object.assign(action(actions, 'key').Parameters, { InputTimeLimitSeconds: '0' }),
      (actions) => Object.assign(action(actions, 'key').Parameters, { InputTimeoutSeconds: '5' }),
      (actions) => Object.assign(action(actions, 'ask').Parameters, { InvocationTimeLimitSeconds: '9' }),
      (actions) => Object.assign(action(actions, 'branch').Parameters, { ComparisonValue: 'act is $.External.act' }),
      (actions) => Object.assign(action(actions, 'desk').Transitions, { NextAction: 'nowhere' }),
      (actions) => action(actions, 'desk').Transitions.Errors.push({ NextAction: 'end', ErrorType: 'Tired' }),
    ];
    for (const change of strange) expect(() => readFlow(flow(change)), String(change)).toThrow();
  });

  it('says SSML of a neural voice', () => {
    expect(heardOf('<speak>幺二 <break time="1s"/> <lang xml:lang="en-US">a &amp; b</lang></speak>')).toBe('幺二  a & b');
    for (const no of ['a', '<speak>a', '<speak><audio src="x"/></speak>', `<speak>${'好'.repeat(3001)}</speak>`]) {
      expect(() => heardOf(no)).toThrow();
    }
  });
});
