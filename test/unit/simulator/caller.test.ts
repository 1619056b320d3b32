import { PassThrough, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayNumber } from '#domain/calls/spoken-number.ts';
import { ticketNumber } from '#domain/tickets/ticket-number.ts';
import { scriptedCaller } from '#simulator/telephone/caller.ts';
import { numberHeard } from '#simulator/telephone/number-heard.ts';
import { answerIn, personAt } from '#simulator/telephone/person.ts';

describe('a caller with a script', () => {
  it('passes over what is for a question that is not asked, and hangs up in the end', async () => {
    const caller = scriptedCaller({ answers: [{ hearing: '自助服务', keys: '1' }, { keys: '2' }] });
    caller.hear('反映问题请按1，');
    caller.hear('查询工单请按2');
    expect(await caller.answer({ what: 'words' })).toEqual({ keys: '2' });
    expect(await caller.answer({ what: 'words' })).toEqual({ hangUp: true });
    const greeted = scriptedCaller({ answers: [{ hearing: '自助服务', keys: '1' }, { keys: '2' }] });
    greeted.hear('自助服务请按1');
    expect(await greeted.answer({ what: 'words' })).toMatchObject({ keys: '1' });
  });

  it('does nothing that can’t be done at that moment', async () => {
    const [keys, agent, recording] = [{ keys: '12' }, { agent: 'busy' }, { recording: '' }] as const;
    await expect(scriptedCaller({ answers: [keys] }).answer({ what: 'keys', keys: 1 })).rejects.toThrow('keys is awaited');
    await expect(scriptedCaller({ answers: [agent] }).answer({ what: 'words' })).rejects.toThrow();
    await expect(scriptedCaller({ answers: [recording] }).answer({ what: 'agent' })).rejects.toThrow();
  });
});

describe('the number of a ticket', () => {
  const number = fc
    .record({ random: fc.integer({ min: 0, max: 99_999 }), more: fc.constantFrom(0, 0, 1, 2) })
    .map(({ random, more }) => ticketNumber('LZ', '2026-11-23', random, more));

  it('is heard however it is said, and in whatever is said around it', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('zh', 'en'), (said, language) => {
        const groups = sayNumber(said, language);
        const apart = ['反映问题请按1', '您的工单号是：', ...groups, '再说一遍：', ...groups];
        expect(numberHeard(apart, 'LZ')).toBe(said);
        expect(numberHeard([`Your ticket number is: ${groups.join('  ')} Once more: ${groups.join('  ')}`], 'LZ')).toBe(said);
      }),
    );
  });

  it('is not heard where none was said', () => {
    expect(numberHeard(['请按1，请按2', '八幺八九零', '二六幺幺', '二三零四', '八二幺八'], 'LZ')).toBeUndefined();
    expect(numberHeard([], 'LZ')).toBeUndefined();
  });
});

describe('a line that somebody writes', () => {
  it.each([
    ['1', { what: 'words' }, { keys: '1' }],
    ['261123048217#', { what: 'words', keys: 12 }, { keys: '261123048217' }],
    ['12', { what: 'keys', keys: 1 }, { keys: '1' }],
    ['#', { what: 'words' }, { keys: '#' }],
    [' ', { what: 'words' }, { silence: true }],
    ['路灯坏了', { what: 'words' }, { speech: '路灯坏了' }],
    ['路灯坏了', { what: 'message' }, { recording: '路灯坏了' }],
    ['', { what: 'agent' }, { agent: 'completed' }],
    ['n', { what: 'agent' }, { agent: 'busy' }],
    ['hang up', { what: 'agent' }, { hangUp: true }],
    [undefined, { what: 'words' }, { hangUp: true }],
  ] as const)('%j at %j is %j', (line, awaited, answer) => {
    expect(answerIn(line, awaited)).toEqual(answer);
  });
});

describe('somebody at a terminal', () => {
  it('hears, and does what they wrote, also ahead; at the end of their input they hang up', async () => {
    const output = new PassThrough();
    const person = personAt(Readable.from(['1\n', '路灯坏了\n']), output);
    person.hear('请按键');
    expect(await person.answer({ what: 'words' })).toEqual({ keys: '1' });
    for (let turn = 0; turn < 10; turn += 1) await setImmediate();
    expect(await person.answer({ what: 'message' })).toEqual({ recording: '路灯坏了' });
    expect(await person.answer({ what: 'words' })).toEqual({ hangUp: true });
    person.leave();
    expect(person.heard).toEqual(['请按键']);
    expect(String(output.read())).toMatch(/☎ 请按键\n按键或说话> /);
  });
});
