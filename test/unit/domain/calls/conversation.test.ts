import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { next } from '#domain/calls/conversation.ts';
import { intakeOf, isConnected, isDecided } from '#domain/calls/matter-of-call.ts';
import type { Answer, Question } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { Intake } from '#domain/tickets/open-ticket.ts';
import { call, DAY, heard, LANGUAGES, linzi, MATTER, NIGHT } from './call-in-linzi.ts';

const NOBODY = { phone: undefined, recording: undefined };

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ digits: fc.constantFrom('0', '1', '2', '3', '4', '5', '8', '9', '12', '*') }),
  fc.record({
    speech: fc.constantFrom('对', '不', '投诉', '人工', '重听', '查询', '水管爆了', '幺', '齐都镇', '着火了', 'english'),
  }),
  fc.record({ recording: fc.constant('RE1') }),
  fc.record({ dial: fc.constantFrom('completed', 'busy') }),
  fc.record({
    number: fc.constant('LZ261123048217'),
    found: fc.constantFrom('unknown', 'accepted', 'resolved'),
    due: fc.constant('2026-11-30T09:30:00.000Z'),
    mayRate: fc.constantFrom('yes', 'no'),
  }),
  fc.constant({}),
);
const yesNo = fc.constantFrom('yes', 'no');
const beginning: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ agents: yesNo, reachable: yesNo, transfers: yesNo, texts: yesNo }) },
  { weight: 1, arbitrary: fc.record({ number: fc.constant('LZ261123048217'), found: fc.constantFrom('resolved', 'closed') }) },
);
const anyLanguage = fc.constantFrom(...LANGUAGES);

describe('the conversation', () => {
  it('has a step for every state, and a ticket that can be opened when it says a number', () => {
    fc.assert(
      fc.property(beginning, fc.array(answer, { maxLength: 30 }), anyLanguage, (first, answers, language) => {
        const district = { ...linzi, language };
        const state = call([first, ...answers], district);
        const step = stepOf(state, district, 'LZ261123048217');
        expect(heard(state, district).trim()).not.toBe('');
        expect(step.act.do === 'agent').toBe(state.question === 'agent');
        expect(step.act.do === 'transfer').toBe(state.question === 'emergency');
        if (state.question === 'agent') expect(first.agents).toBe('yes');
        const intake = intakeOf(state, district, NOBODY);
        expect(intake !== undefined).toBe(state.question === 'filed' || state.danger !== undefined);
        if (intake) expect(Intake().safeParse(intake).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('that is over stays so, however often a person is asked for', () => {
    const over = [{ number: 'LZ261123048217', found: 'closed' }];
    expect(call([...over, { digits: '0' }, { digits: '0' }, { digits: '0' }]).question).toBe('over');
  });

  it('once it has filed a matter asks for nothing but that, and once it is decided how a call ended stays with it', () => {
    fc.assert(
      fc.property(beginning, fc.array(answer, { maxLength: 30 }), answer, (first, answers, last) => {
        const before = call([first, ...answers]);
        fc.pre(isDecided(before));
        const after = call([first, ...answers, last]);
        expect(isDecided(after) || after.question === 'agent').toBe(true);
        expect(isConnected(after) || after.question === 'agent' || after.question === 'over').toBe(true);
        if (before.question === 'filed') expect([after.matter, after.kind]).toEqual([before.matter, before.kind]);
      }),
      { numRuns: 1000 },
    );
  });

  it('begins to record a call once, when its matter is asked for', () => {
    fc.assert(
      fc.property(beginning, fc.array(answer, { maxLength: 30 }), (first, answers) => {
        const states = [first, ...answers].map((_, n) => call([first, ...answers].slice(0, n + 1)));
        const begun = states.filter((state) => stepOf(state, linzi, 'LZ261123048217').recordsCall);
        expect(begun.length).toBeLessThanOrEqual(1);
        if (states.some(({ question }) => question === 'matter')) expect(begun).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end however wrong the answers are, and never hangs up on somebody who said something', () => {
    for (const wrong of [{}, { digits: '7' }, { speech: '嗯' }]) {
      for (const way of [[], [{ digits: '1' }], [{ digits: '1' }, MATTER], [{ digits: '2' }]] as Answer[][]) {
        let state = call([{ ...NIGHT, reachable: 'no' }, ...way]);
        const asked: Question[] = [];
        while (state.question !== 'over' && state.question !== 'filed') {
          state = next(state, wrong, linzi);
          asked.push(state.question);
          expect(asked.length).toBeLessThan(12);
        }
        const said = way.includes(MATTER);
        expect(state.question).toBe(said ? 'filed' : 'over');
        if (!said) expect(asked).toContain('record');
      }
    }
  });

  it('rings back whoever said nothing and has a number', () => {
    const silent = [{}, {}, {}, {}, {}, {}];
    expect(call([NIGHT, ...silent])).toMatchObject({ question: 'over', notices: [{ notice: 'will-call-back' }] });
    expect(isConnected(call([NIGHT, ...silent]))).toBe(false);
  });
});

describe('a person first', () => {
  it('is who the caller gets by waiting, in the hours of the desk', () => {
    expect(call([DAY]).question).toBe('greeting');
    expect(call([DAY, {}]).question).toBe('agent');
    expect(call([DAY, { speech: '喂，你好' }]).question).toBe('agent');
    expect(call([DAY, { digits: '1' }]).question).toBe('menu');
    expect(call([NIGHT]).question).toBe('menu');
    expect(call([NIGHT, { digits: '0' }])).toMatchObject({ question: 'menu', notices: [{ notice: 'no-agent' }] });
  });

  it('who is busy leaves the caller where they were', () => {
    expect(call([DAY, {}, { dial: 'busy' }])).toMatchObject({ question: 'menu', agentMissed: true });
    const asking = call([DAY, { digits: '1' }, { digits: '1' }, MATTER, { digits: '0' }]);
    expect(asking.question).toBe('agent');
    expect(next(asking, { dial: 'no-answer' }, linzi)).toMatchObject({ question: 'area', matter: MATTER.speech });
    expect(call([DAY, {}, { dial: 'completed' }])).toMatchObject({ question: 'over', served: true });
  });
});
