import { describe, expect, it } from 'vitest';
import { choiceIn } from '#domain/calls/choices.ts';
import type { Question, State } from '#domain/calls/state.ts';
import { stepOf } from '#domain/calls/step.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { asked } from '#domain/calls/words/wording.ts';
import { call, DAY, heard, LANGUAGES, linzi, NIGHT } from './call-in-linzi.ts';

describe('the other language', () => {
  it('is a key away, and stays', () => {
    const english = call([NIGHT, { digits: '8' }]);
    expect(english).toMatchObject({ question: 'menu', language: 'en' });
    expect(heard(english)).toContain('What is the matter, and where?');
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
      // The list is read to who did not say it.
      const asking = [NIGHT, { digits: '8' }, { digits: '1' }, { speech: 'a hole in the road' }, {}, ...pages];
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

describe('the prompts', () => {
  const QUESTIONS = [
    'greeting',
    'menu',
    'matter',
    'area',
    'place',
    'confirm',
    'drop',
    'look-up',
    'rate',
    'solved',
    'stars',
  ] as const;
  const state = (question: Question, language: 'zh' | 'en', agents = false): State => ({
    ...call([NIGHT]),
    notices: [],
    misses: 1,
    question,
    language,
    agents,
    matter: '水管',
    area: 'qidu',
    place: '路口',
  });

  it.each(LANGUAGES)('say in %s once how to get them said again', (language) => {
    const district = { ...linzi, language };
    for (const first of [NIGHT, DAY, { number: 'LZ261123048217', found: 'resolved' }]) {
      expect(heard(call([first], district), district)).toMatch(/9(?!\d)/);
      const later = call([first, {}, {}], district);
      expect(asked({ state: later, district, words: catalogueOf(language) })).not.toMatch(/9(?!\d)/);
    }
  });

  // Who knows them from before may press 1 at the beginning and 9 everywhere.
  it.each(LANGUAGES)('say every key of their question in %s, and no other', (language) => {
    const words = catalogueOf(language);
    for (const question of QUESTIONS) {
      const said = asked({ state: state(question, language), district: linzi, words });
      for (const digits of ['1', '2', '3', '4', '5'].filter((key) => question !== 'menu' || key !== '1')) {
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
