import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDistrict } from '../../infra/district/read-district.ts';
import { type Catalogue, catalogueOf } from '../../shared/channels/voice/catalogue.ts';
import { choiceIn } from '../../shared/channels/voice/choices.ts';
import { type Answer, fold, type Question } from '../../shared/channels/voice/conversation.ts';
import { intakeOf } from '../../shared/channels/voice/matter-of-call.ts';
import { stepOf } from '../../shared/channels/voice/step.ts';
import { Intake } from '../../shared/domain/open-ticket.ts';

const { district } = readDistrict('config/linzi');
const LANGUAGES = ['zh', 'en'] as const;

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ digits: fc.constantFrom('0', '1', '2', '3', '4', '7', '9', '12', '*') }),
  fc.record({ speech: fc.constantFrom('对', '不', '投诉', '人工', '重听', '查询', '水管爆了', '幺') }),
  fc.record({ recording: fc.constant('https://recordings.example/1') }),
  fc.record({ dial: fc.constantFrom('completed', 'busy') }),
  fc.record({ found: fc.constantFrom('unknown', 'accepted'), due: fc.constant('2026-11-30T09:30:00.000Z') }),
  fc.constant({}),
);
const beginning = fc.record({ agents: fc.constantFrom('yes', 'no'), reachable: fc.constantFrom('yes', 'no') });
const turnsOf = (answers: Answer[]) => answers.map((one) => ({ answer: one }));

describe('the conversation', () => {
  it('has a step for every state, and a ticket that can be opened when it says a number', () => {
    fc.assert(
      fc.property(beginning, fc.array(answer, { maxLength: 30 }), fc.constantFrom(...LANGUAGES), (first, answers, language) => {
        const state = fold(turnsOf([first, ...answers]), language);
        const step = stepOf(state, { ...district, language }, 'LZ261123048217');
        expect(step.say.filter((one) => typeof one === 'string' && one.trim() !== '').length).toBeGreaterThan(0);
        expect(step.act.do === 'dial').toBe(state.question === 'agent');
        if (state.question === 'agent') expect(first.agents).toBe('yes');
        const intake = intakeOf(state, { ...district, language }, undefined);
        expect(intake !== undefined).toBe(state.question === 'filed');
        if (intake) expect(Intake.safeParse(intake).success).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('once it has filed a matter asks for nothing but that', () => {
    fc.assert(
      fc.property(beginning, fc.array(answer, { maxLength: 30 }), answer, (first, answers, last) => {
        const before = fold(turnsOf([first, ...answers]), 'zh');
        fc.pre(before.question === 'filed');
        const after = fold(turnsOf([first, ...answers, last]), 'zh');
        expect(['filed', 'agent', 'over']).toContain(after.question);
        expect([after.matter, after.kind]).toEqual([before.matter, before.kind]);
      }),
      { numRuns: 500 },
    );
  });

  it('is over after three wrong answers to a question and a message, at the latest', () => {
    for (const wrong of [{}, { digits: '7' }, { speech: '嗯' }]) {
      for (const way of [[], [{ digits: '1' }], [{ digits: '1' }, { digits: '2' }], [{ digits: '2' }]] as Answer[][]) {
        const answers = [{ agents: 'no', reachable: 'no' }, ...way, wrong, wrong, wrong];
        const { question } = fold(turnsOf(answers), 'zh');
        // What is said where a matter is asked for is the matter.
        expect(question).toBe(way.length === 2 && wrong.speech ? 'confirm' : 'record');
      }
    }
  });
});

describe('what was said', () => {
  it.each([
    ['greeting', '我要查询工单', 'look-up'],
    ['menu', '反映问题', 'report'],
    ['menu', '一。', 'report'],
    ['menu', '二', 'look-up'],
    ['menu', '转人工', 'agent'],
    ['kind', '我要举报', 'whistleblowing'],
    ['kind', '邻里纠纷', 'dispute'],
    ['kind', '九', 'repeat'],
    ['confirm', '对', 'yes'],
    ['confirm', '是的', 'yes'],
    ['confirm', '没错', 'yes'],
    ['confirm', '不对', 'again'],
    ['confirm', '不是', 'again'],
    ['confirm', '我要重新说', 'again'],
    ['confirm', '重听', 'repeat'],
    ['matter', '重听', 'repeat'],
    ['matter', '对面的重听按钮坏了', undefined],
    ['matter', '九', undefined],
    ['menu', '嗯', undefined],
  ] as [Question, string, string | undefined][])('at %s: %s means %s', (question, speech, choice) => {
    expect(choiceIn(question, { speech }, 'zh')).toBe(choice);
  });

  it.each([
    ['confirm', 'Yes, that is right.', 'yes'],
    ['confirm', 'No!', 'again'],
    ['confirm', 'I know', undefined],
    ['menu', 'look up a ticket', 'look-up'],
    ['menu', 'one', 'report'],
    ['kind', 'I need help', 'help'],
  ] as [Question, string, string | undefined][])('at %s: %s means %s', (question, speech, choice) => {
    expect(choiceIn(question, { speech }, 'en')).toBe(choice);
  });
});

describe('the catalogues', () => {
  const everything = (words: Catalogue): string[] => [
    ...[true, false].flatMap((agents) => [words.greeting({ district: 'D', hotline: 'H', agents }), words.menu({ agents })]),
    ...[words.askKind, words.askMatter, words.askRecording, words.askNumber, words.repeatIt],
    words.confirm({ kind: 'K', matter: 'M' }),
  ];

  it.each(LANGUAGES)('say at every question of %s how to hear it again', (language) => {
    for (const said of everything(catalogueOf(language))) expect(said).toContain('9');
  });

  it.each(LANGUAGES)('offer a person in %s exactly when there is one', (language) => {
    const words = catalogueOf(language);
    for (const agents of [true, false]) {
      for (const said of [words.greeting({ district: 'D', hotline: 'H', agents }), words.menu({ agents })]) {
        expect(said.includes('0')).toBe(agents);
      }
    }
  });

  it('tell a due date as people say it', () => {
    const due = { month: 11, day: 30, hour: 17, minute: 0 };
    expect(catalogueOf('zh').found({ state: 'accepted', due, provisional: true })).toBe(
      '您的工单承办单位正在办理，办理期限是11月30日17点，暂定。',
    );
    expect(catalogueOf('en').found({ state: 'closed', provisional: false })).toBe('Your ticket is closed.');
    expect(catalogueOf('en').found({ state: 'accepted', due, provisional: false })).toContain('November 30, 17:00.');
  });
});
