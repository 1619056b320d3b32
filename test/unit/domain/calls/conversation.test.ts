import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceIn } from '#domain/calls/choices.ts';
import { fold, next } from '#domain/calls/conversation.ts';
import { intakeOf, isConnected, isDecided } from '#domain/calls/matter-of-call.ts';
import type { Answer, Question, State } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { asked } from '#domain/calls/words/wording.ts';
import type { District } from '#domain/district/district.ts';
import { Intake } from '#domain/tickets/open-ticket.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const LANGUAGES = ['zh', 'en'] as const;
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
const turnsOf = (answers: readonly Answer[]) => answers.map((one) => ({ answer: one }));
const call = (answers: readonly Answer[], district: District = linzi): State => fold(turnsOf(answers), district);
const heard = (state: State, district: District = linzi): string =>
  stepOf(state, district, 'LZ261123048217')
    .say.map((one) => (typeof one === 'string' ? one : 'text' in one ? one.text : ''))
    .join('');

const NIGHT = { agents: 'no', reachable: 'yes', transfers: 'no', texts: 'no' };
const DAY = { ...NIGHT, agents: 'yes' };
const MATTER = { speech: '我家水管爆了' };

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
        if (intake) expect(Intake.safeParse(intake).success).toBe(true);
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
        const said = way.includes(MATTER) || (wrong.speech !== undefined && way.length > 0 && way[0]?.digits === '1');
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

describe('a report', () => {
  const where = [{ speech: '齐都镇西关村' }, { speech: '村委会对面' }];

  it('promises a text message where one will come, and nowhere else', () => {
    const told = [{ digits: '1' }, { speech: '齐都镇水管爆了' }, { digits: '2' }];
    const promise = /也会发短信/;
    expect(heard(call([{ ...NIGHT, texts: 'yes' }, ...told, { digits: '1' }]))).toMatch(promise);
    expect(heard(call([NIGHT, ...told, { digits: '1' }]))).not.toMatch(promise);
    // Of what is kept confidential nothing is written to a telephone.
    expect(heard(call([{ ...NIGHT, texts: 'yes' }, ...told, { digits: '3' }]))).not.toMatch(promise);
  });

  it('asks what and where, confirms, and is filed', () => {
    const confirming = call([NIGHT, { digits: '1' }, MATTER, ...where]);
    expect(confirming).toMatchObject({ question: 'confirm', area: 'qidu-xiguan', place: '村委会对面' });
    expect(heard(confirming)).toContain('齐都镇西关村村委会对面');
    expect(intakeOf(next(confirming, { digits: '1' }, linzi), linzi, { phone: '+8610000000001', recording: 'k' })).toEqual({
      kind: 'help',
      category: 'water-leak',
      channel: 'phone',
      urgent: false,
      anonymous: false,
      recording: 'k',
      matter: MATTER.speech,
      area: 'qidu-xiguan',
      place: '村委会对面',
      contact: { phone: '+8610000000001' },
      sorting: { words: [expect.stringMatching('水管')], unsure: [] },
    });
  });

  it('does not ask what was told already', () => {
    expect(call([NIGHT, { speech: '齐都镇水管爆了' }])).toMatchObject({ question: 'place', area: 'qidu' });
    expect(call([NIGHT, { speech: '我要投诉' }])).toMatchObject({ question: 'matter', kind: 'complaint' });
    expect(call([NIGHT, { digits: '1' }, { speech: '我要投诉齐都镇的垃圾没人管' }])).toMatchObject({
      question: 'place',
      kind: 'complaint',
    });
  });

  it('takes the town from a list by its keys, page by page, and from the beginning again', () => {
    const asking = [NIGHT, { digits: '1' }, MATTER];
    expect(call([...asking, { digits: '1' }]).area).toBe('wenshao');
    expect(call([...asking, { digits: '5' }, { digits: '2' }]).area).toBe('qidu');
    expect(call([...asking, { digits: '5' }, { digits: '5' }, { digits: '4' }]).area).toBe('jinshan');
    expect(call([...asking, { digits: '5' }, { digits: '5' }, { digits: '5' }, { digits: '1' }]).area).toBe('wenshao');
    expect(call([...asking, { digits: '6' }])).toMatchObject({ question: 'area', notices: [{ notice: 'wrong' }] });
  });

  it('that fits no category goes to the general one with a flag, and is never refused', () => {
    const filed = call([NIGHT, { digits: '1' }, { speech: '有件事情说不清楚' }, ...where, { digits: '1' }]);
    const intake = intakeOf(filed, linzi, NOBODY);
    expect(intake).toMatchObject({ category: linzi.generalCategory, sorting: { words: [], unsure: ['category'] } });
  });

  it('can be told again, kept confidential, or said to a recording after three tries', () => {
    const confirming = [NIGHT, { digits: '1' }, MATTER, ...where];
    expect(call([...confirming, { digits: '2' }])).toMatchObject({ question: 'matter', matter: '我家水管爆了', area: undefined });
    // Whoever falls silent then is not lost.
    const silent = [{}, {}, {}, {}, {}, {}];
    expect(call([...confirming, { digits: '2' }, ...silent])).toMatchObject({ question: 'filed', matter: '我家水管爆了' });
    expect(call([...confirming, { digits: '3' }])).toMatchObject({ question: 'filed', confidential: true });
    expect(call([...confirming, { speech: '请保密' }])).toMatchObject({ question: 'filed', confidential: true });
    const again = [{ digits: '2' }, MATTER, ...where];
    const recording = call([...confirming, ...again, ...again, { digits: '2' }]);
    expect(recording.question).toBe('record');
    const filed = next(recording, { recording: 'RE1' }, linzi);
    expect(filed).toMatchObject({ question: 'filed', recording: 'RE1', notices: [{ notice: 'message-taken' }] });
    expect(intakeOf(filed, linzi, NOBODY)).toMatchObject({
      matter: '（录音）',
      sorting: { unsure: ['category', 'area', 'matter'] },
    });
  });
});

describe('words of danger', () => {
  const fire = { speech: '稷下街道这边着火了' };

  it('stop the menu: whom to ring is said, and the ticket is urgent at once', () => {
    for (const way of [[], [{ digits: '1' }], [{ digits: '1' }, MATTER]] as Answer[][]) {
      const state = call([NIGHT, ...way, fire]);
      expect(state).toMatchObject({ question: 'whereabouts', danger: 'fire', area: 'jixia' });
      expect(heard(state)).toContain('幺幺九');
      expect(intakeOf(state, linzi, NOBODY)).toMatchObject({ urgent: true, area: 'jixia' });
    }
    expect(call([NIGHT, { digits: '1' }, MATTER, fire]).matter).toBe(`${MATTER.speech}；${fire.speech}`);
  });

  it('put the caller through where the line can, else to a person, else ask where they are', () => {
    const through = call([{ ...DAY, transfers: 'yes' }, fire]);
    expect(stepOf(through, linzi).act).toEqual({ do: 'transfer', number: '119' });
    expect(next(through, { dial: 'completed' }, linzi).question).toBe('over');
    expect(next(through, { dial: 'failed' }, linzi).question).toBe('agent');
    expect(call([DAY, fire]).question).toBe('agent');
    expect(call([DAY, fire, { dial: 'busy' }]).question).toBe('whereabouts');
    expect(call([NIGHT, fire, { speech: '文苑小区三号楼' }])).toMatchObject({ question: 'filed', whereabouts: '文苑小区三号楼' });
    expect(call([NIGHT, fire, {}, {}]).question).toBe('filed');
  });
});

describe('a rating', () => {
  const theirs = { number: 'LZ261123048217', found: 'resolved', mayRate: 'yes' };

  it('asks whether it is solved, and for one to five', () => {
    expect(call([NIGHT, { digits: '3' }, theirs])).toMatchObject({ question: 'solved', rates: theirs.number });
    expect(call([NIGHT, { digits: '3' }, theirs, { digits: '2' }, { digits: '1' }])).toMatchObject({
      question: 'rated',
      solved: false,
      stars: 1,
    });
    expect(call([NIGHT, { speech: '评价' }, theirs, { speech: '已经解决了' }, { speech: '很满意' }])).toMatchObject({
      question: 'rated',
      solved: true,
      stars: 5,
    });
    expect(call([NIGHT, { digits: '3' }, theirs, { speech: '没有解决' }])).toMatchObject({ solved: false });
  });

  it('is only for whoever asked, and only of what is done', () => {
    expect(call([NIGHT, { digits: '3' }, { ...theirs, mayRate: 'no' }])).toMatchObject({
      question: 'menu',
      notices: [{ notice: 'not-yours' }],
    });
    expect(call([NIGHT, { digits: '3' }, { ...theirs, found: 'accepted' }])).toMatchObject({ question: 'menu', served: true });
    expect(call([NIGHT, { digits: '3' }, { found: 'unknown' }])).toMatchObject({ question: 'rate', misses: 1 });
  });

  it('is asked by a call that the hotline makes, without telling a stranger what it is about', () => {
    const asked = call([{ number: theirs.number, found: 'resolved' }]);
    expect(asked.question).toBe('solved');
    expect(heard(asked)).toContain('四八二幺七');
    expect(call([{ number: theirs.number, found: 'closed' }]).question).toBe('over');
    expect(call([{ number: theirs.number, found: 'resolved' }, {}, {}, {}]).question).toBe('over');
  });
});

describe('the other language', () => {
  it('is a key away, and stays', () => {
    const english = call([NIGHT, { digits: '8' }]);
    expect(english).toMatchObject({ question: 'menu', language: 'en' });
    expect(heard(english)).toContain('To report a matter press 1');
    expect(
      call([NIGHT, { digits: '8' }, { speech: 'report a matter' }, { speech: 'There is a hole in the road' }]).language,
    ).toBe('en');
    expect(call([NIGHT, { speech: 'English please' }]).language).toBe('en');
    expect(call([NIGHT, { digits: '8' }, { digits: '8' }]).language).toBe('zh');
  });

  it('calls every town by a name that its voice can read', () => {
    const towns = linzi.areas.filter(({ level }) => level === 'town');
    for (const [n, { translated }] of towns.entries()) {
      const pages = Array.from({ length: Math.floor(n / 4) }, () => ({ digits: '5' }));
      const asking = [NIGHT, { digits: '8' }, { digits: '1' }, { speech: 'a hole in the road' }, ...pages];
      const place = [...asking, { digits: String((n % 4) + 1) }];
      for (const answers of [asking, place, [...place, { speech: 'by the museum' }]]) {
        const said = heard(call(answers));
        expect(said).toContain(translated);
        expect(said).not.toMatch(/\p{Script=Han}/u);
      }
    }
    expect(heard(call([NIGHT, { digits: '8' }]))).toContain('Linzi District');
  });

  it('is offered in itself at the beginning', () => {
    const { say } = stepOf(call([NIGHT]), linzi);
    expect(say).toContainEqual({ text: 'For English press 8.', language: 'en' });
  });
});

describe('what was said', () => {
  const at = (question: Question, language: 'zh' | 'en') => ({ question, language, areaPage: 0 });
  it.each([
    ['menu', '我要查询工单', 'look-up'],
    ['menu', '反映问题', 'report'],
    ['menu', '一。', 'report'],
    ['menu', '二', 'look-up'],
    ['menu', '转人工', 'agent'],
    ['menu', '嗯', undefined],
    ['confirm', '对', 'yes'],
    ['confirm', '是的', 'yes'],
    ['confirm', '没错', 'yes'],
    ['confirm', '不对', 'again'],
    ['confirm', '我要重新说', 'again'],
    ['confirm', '重听', 'repeat'],
    ['matter', '重听', 'repeat'],
    ['matter', '转人工。', 'agent'],
    ['matter', '我没听清', 'repeat'],
    ['matter', '对面的重听按钮坏了', undefined],
    ['matter', '九', undefined],
    ['place', '不知道', 'skip'],
    ['place', '不知道什么路的路口', undefined],
    ['stars', '不满意', '2'],
    ['stars', '非常满意', '5'],
    ['stars', '五分', '5'],
    ['stars', '打三分吧', '3'],
    ['stars', '不太满意', '2'],
    ['stars', '不是很满意', '2'],
    ['stars', '不怎么满意', '2'],
    ['stars', '很不满意', '1'],
    ['stars', '比较满意', '4'],
    ['stars', '一般', '3'],
    ['stars', '差不多吧', '3'],
    ['stars', '太差了', '1'],
    ['stars', '好的', undefined],
    ['solved', '没有解决', 'no'],
    ['solved', '解决了一半', 'no'],
    ['solved', '嗯', 'yes'],
    ['area', '按一', 'wenshao'],
    ['area', '第二个', 'xuegong'],
    ['area', '五', 'more'],
    ['area', '都不是', 'more'],
    ['place', '二', 'skip'],
    ['place', '没有', 'skip'],
    ['place', '二号楼', undefined],
    ['confirm', '没问题', 'yes'],
    ['confirm', '可以', 'yes'],
    ['confirm', '不可以', 'again'],
    ['menu', '我要找人说话', 'agent'],
    ['menu', '接线员', 'agent'],
    ['menu', '重复一遍', 'repeat'],
    ['menu', '查一下我的工单', 'look-up'],
    ['menu', '请说英语', 'language'],
    ['menu', '英语培训班不退费', undefined],
    ['menu', '暖气坏了，找人来修', undefined],
    ['menu', '工程进度太慢', undefined],
    ['stars', '不用了', undefined],
    ['stars', '不太令人满意', '2'],
    ['stars', '没有满意', '2'],
    ['stars', '没啥不满意的', '4'],
    ['stars', '非常不满', '1'],
    ['solved', '还是老样子', 'no'],
    ['solved', '好了两天又坏了', 'no'],
    ['solved', '谁说解决了', 'no'],
    ['solved', '解决了，没问题', 'yes'],
    ['solved', '没再漏', 'yes'],
    ['confirm', '不用保密', 'yes'],
    ['confirm', '对不起，我没听懂', 'repeat'],
    ['confirm', '行', 'yes'],
    ['confirm', '不行', 'again'],
    ['greeting', '你好我想反映个问题', undefined],
    ['greeting', '自助', 'self-service'],
    ['stars', '不特别满意', '2'],
    ['stars', '没什么不满意的', '4'],
    ['stars', '还不错', '4'],
    ['menu', '一般', undefined],
  ] as [Question, string, string | undefined][])('at %s: %s means %s', (question, speech, choice) => {
    expect(choiceIn(at(question, 'zh'), { speech }, linzi)).toBe(choice);
  });

  it.each(LANGUAGES)('in %s is what its catalogue says: no word hides another', (language) => {
    const { heard } = catalogueOf(language);
    const lists = {
      menu: heard.menu,
      confirm: heard.confirm,
      solved: heard.yesNo,
      stars: heard.stars,
      area: heard.area,
      place: heard.place,
    };
    for (const [question, words] of Object.entries(lists)) {
      for (const [word, choice] of [...words, ...heard.anywhere]) {
        expect([question, word, choiceIn(at(question as Question, language), { speech: word }, linzi)]).toEqual([
          question,
          word,
          choice,
        ]);
      }
    }
  });

  it.each([
    ['confirm', 'Yes, that is right.', 'yes'],
    ['confirm', 'No!', 'again'],
    ['confirm', 'I know', undefined],
    ['menu', 'look up a ticket', 'look-up'],
    ['menu', 'one', 'report'],
    ['stars', 'very satisfied', '5'],
    ['stars', 'not very satisfied', '2'],
    ['stars', 'not bad', '4'],
    ['stars', 'four stars', '4'],
    ['solved', "No, it isn't solved", 'no'],
    ['solved', "It isn't fixed", 'no'],
    ['solved', 'yes it is fixed', 'yes'],
    ['confirm', "That isn't right", 'again'],
    ['area', 'number two', 'xuegong'],
    ['area', 'another one', 'more'],
    ['place', 'I do not know', 'skip'],
  ] as [Question, string, string | undefined][])('at %s: %s means %s', (question, speech, choice) => {
    expect(choiceIn(at(question, 'en'), { speech }, linzi)).toBe(choice);
  });
});

describe('the prompts', () => {
  const QUESTIONS = ['greeting', 'menu', 'matter', 'area', 'place', 'confirm', 'look-up', 'rate', 'solved', 'stars'] as const;
  const state = (question: Question, language: 'zh' | 'en', agents = false): State => ({
    ...call([NIGHT]),
    question,
    language,
    agents,
    matter: '水管',
    area: 'qidu',
    place: '路口',
  });

  it.each(LANGUAGES)('say every key of their question in %s, 9 too, and no other', (language) => {
    const words = catalogueOf(language);
    for (const question of QUESTIONS) {
      const said = asked({ state: state(question, language), district: linzi, words });
      for (const digits of ['1', '2', '3', '4', '5', '9']) {
        const choice = choiceIn({ question, language, areaPage: 0 }, { digits }, linzi);
        const isTold = new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(said);
        expect([question, digits, isTold]).toEqual([question, digits, choice !== undefined]);
      }
    }
  });

  it.each(LANGUAGES)('offer a person in %s exactly when there is one', (language) => {
    const words = catalogueOf(language);
    for (const agents of [true, false]) {
      expect(asked({ state: state('menu', language, agents), district: linzi, words }).includes('0')).toBe(agents);
    }
  });

  it('are short enough to be kept in mind', () => {
    for (const question of QUESTIONS.filter((one) => one !== 'confirm')) {
      const said = asked({ state: state(question, 'zh'), district: linzi, words: catalogueOf('zh') });
      expect([question, said.length]).toEqual([question, expect.toSatisfy((length: number) => length <= 70)]);
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
