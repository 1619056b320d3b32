import { describe, expect, it } from 'vitest';
import { choiceIn, hintsFor } from '#domain/calls/choices.ts';
import { intakeOf } from '#domain/calls/matter-of-call.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { asked } from '#domain/calls/words/wording.ts';
import { call, heard, LANGUAGES, linzi, MATTER, NIGHT } from './call-in-linzi.ts';

const ASKED = [NIGHT, { digits: '1' }, MATTER];
/** After these answers to where it is. */
const answered = (...answers: Answer[]): State => ({ area: undefined, place: undefined, ...call([...ASKED, ...answers]) });

describe('a place that only sounds like one', () => {
  it('is confirmed before it counts', () => {
    const asking = answered({ speech: '学宫街道' });
    expect(asking).toMatchObject({ question: 'which-area', area: undefined, guesses: ['xuegong'] });
    expect(heard(asking)).toContain('您说的是雪宫街道吗');
    for (const yes of [{ digits: '1' }, { speech: '是' }, { speech: '对对' }, { speech: '雪宫街道' }, { speech: '学宫街道' }]) {
      expect(answered({ speech: '学宫街道' }, yes)).toMatchObject({ question: 'place', area: 'xuegong' });
    }
  });

  it('is confirmed, too, where it was named in the matter', () => {
    expect(call([NIGHT, { digits: '1' }, { speech: '几下街道的井盖坏了' }])).toMatchObject({ question: 'which-area' });
    expect(call([NIGHT, { digits: '1' }, { speech: '敲了几下门也没人开' }])).toMatchObject({ question: 'area' });
  });

  it('is not asked about again once it was denied', () => {
    for (const no of [{ digits: '2' }, { speech: '不是' }]) {
      expect(answered({ speech: '学宫街道' }, no)).toMatchObject({ question: 'area', area: undefined });
      expect(answered({ speech: '南张家村' }, no, { speech: '南张家村' })).toMatchObject({
        question: 'confirm',
        area: undefined,
        place: '南张家村',
      });
    }
    expect(answered({ speech: '学宫街道' }, { speech: '不是，是齐都镇' })).toMatchObject({ question: 'place', area: 'qidu' });
  });

  it('is asked once more at most', () => {
    expect(answered({ speech: '学宫街道' }, {})).toMatchObject({ question: 'which-area', notices: [{ notice: 'silent' }] });
    expect(answered({ speech: '学宫街道' }, {}, {})).toMatchObject({ question: 'area' });
  });
});

describe('a name of two places', () => {
  it('is asked which it is', () => {
    const asking = answered({ speech: '于家村' });
    expect(heard(asking)).toContain('皇城镇于家村按1，金山镇于家村按2，都不是按3');
    expect(answered({ speech: '于家村' }, { digits: '2' }).area).toBe('jinshan-yujia');
    expect(answered({ speech: '于家村' }, { speech: '皇城镇的' }).area).toBe('huangcheng-yujia');
    expect(answered({ speech: '于家村' }, { speech: '第二个' }).area).toBe('jinshan-yujia');
    expect(answered({ speech: '于家村' }, { digits: '3' })).toMatchObject({ question: 'area', area: undefined });
    // 是 does not say which.
    expect(answered({ speech: '于家村' }, { speech: '是' })).toMatchObject({ question: 'which-area', area: undefined });
  });
});

describe('what is said beside the area that was meant', () => {
  /** After a matter, what it led to, and this answer. */
  const later = (matter: string, ...speeches: string[]): State => ({
    area: undefined,
    place: undefined,
    ...call([NIGHT, ...[matter, ...speeches].map((speech) => ({ speech }))]),
  });
  const TWO = '路灯坏了 辛店街道还是闻韶街道';
  const SOUNDS = '路灯坏了 七都镇';

  it.each([
    [TWO, '齐都镇西关村老槐树底下', 'qidu-xiguan', '老槐树底下'],
    [TWO, '辛店街道老王家', 'xindian', '老王家'],
    [TWO, '都不是 闻韶街道王五家跟前', 'wenshao', '王五家跟前'],
    [SOUNDS, '对，辛店街道老王家', 'qidu', '辛店街道老王家'],
    [SOUNDS, '对，东关那边', 'qidu', '东关那边'],
    [SOUNDS, '对，齐都镇西关村', 'qidu-xiguan', undefined],
    [SOUNDS, '齐都镇的', 'qidu', undefined],
    [TWO, '就是辛店那边', 'xindian', undefined],
  ])('is the exact place there: %s, %s', (matter, speech, area, place) => {
    expect(later(matter, speech)).toMatchObject({ area, matter });
    expect(later(matter, speech).place ?? '').toContain(place ?? '');
    expect(later(matter, speech).question).toBe(place === undefined ? 'place' : 'confirm');
  });

  it.each([
    ['东关', 'which-area'],
    ['不是，是东关', 'which-area'],
    ['王五家', 'which-area'],
  ])('stays in the matter where no area is taken from it: %s', (speech, question) => {
    expect(later(TWO, speech)).toMatchObject({ question, matter: expect.stringContaining(speech.replace('不是，', '')) });
  });

  it('is kept in either language, whatever its words are', () => {
    for (const [speech, words] of [
      ['南马坊那边', '南马坊那边'],
      ['齐都镇西关村村口', '村口'],
      ['no, Qidu Town near the old tree', 'the old tree'],
    ] as const) {
      const { matter, place } = call([NIGHT, { digits: '8' }, { speech: TWO }, { speech }]);
      expect(`${matter} ${place}`).toContain(words);
    }
  });

  it.each(['新店街道桥头', '七都镇王五'])('stays a place where its area only sounded like one: %s', (speech) => {
    expect(answered({ speech }, { speech: '对' })).toMatchObject({ question: 'confirm', place: speech });
  });
});

describe('a place that is longer than the place of a ticket', () => {
  const long = `${'大柳树往东一百米再往南拐，'.repeat(20)}红门那家`;

  it.each([[[]], [[{ speech: '齐都镇' }]], [[{ speech: '七都镇' }]], [[{ speech: '齐都镇' }, { speech: '桥头' }]]] satisfies [
    Answer[],
  ][])('stays in the matter, too, behind %j', (before) => {
    for (const speech of [long, `齐都镇${long}`, `不对，是皇城镇${long}`]) {
      const { matter, place } = answered(...before, { speech });
      expect(`${matter} ${place}`).toContain('红门那家');
    }
  });
});

describe('a place that is in no list', () => {
  it.each(['大武村', '恒大名都小区', '稷下路东头', '火车站对面'])('is kept as it was said: %s', (speech) => {
    const state = answered({ speech });
    expect(state).toMatchObject({ question: 'confirm', area: undefined, place: speech });
    expect(heard(state)).toContain(`地点：${speech}`);
    const filed = answered({ speech }, { digits: '1' });
    const intake = intakeOf(filed, linzi, { phone: undefined, recording: undefined });
    expect(intake).toMatchObject({ area: 'linzi', place: speech });
    expect(intake?.sorting?.unsure).toContain('area');
  });

  it('is kept when it is said again, where it could be anything', () => {
    expect(answered({ speech: '泰客园' })).toMatchObject({ question: 'area', notices: [{ notice: 'wrong' }] });
    expect(answered({ speech: '泰客园' }, { speech: '泰客园' })).toMatchObject({ question: 'confirm', place: '泰客园' });
    // Nobody is asked three times.
    expect(answered({ speech: '不知道' }, { speech: '不知道' })).toMatchObject({ question: 'confirm', place: '' });
  });

  it('has the town that was named with it', () => {
    expect(answered({ speech: '齐都镇大武村' })).toMatchObject({ question: 'confirm', area: 'qidu', place: '大武村' });
    for (const speech of ['齐都镇', '在齐都镇那边', '临淄区齐都镇']) {
      expect(answered({ speech })).toMatchObject({ question: 'place', area: 'qidu', place: undefined });
    }
  });
});

it('a village that is named as the place is the area, within the town that is known', () => {
  expect(answered({ speech: '皇城镇' }, { speech: '于家村东头' })).toMatchObject({
    area: 'huangcheng-yujia',
    place: '于家村东头',
  });
  expect(answered({ speech: '皇城镇' }, { speech: '桐林村' }).area).toBe('huangcheng');
});

it.each(LANGUAGES)('every key of the question is said in %s, and no other', (language) => {
  for (const guesses of [['xuegong'], ['qidu', 'jixia'], ['qidu', 'jixia', 'jinling']]) {
    const state: State = { ...call(ASKED), question: 'which-area', language, guesses };
    const said = asked({ state, district: linzi, words: catalogueOf(language) });
    for (const digits of ['1', '2', '3', '4', '5']) {
      const isTold = new RegExp(`(?<!\\d)${digits}(?!\\d)`).test(said);
      expect([guesses, digits, isTold]).toEqual([guesses, digits, choiceIn(state, { digits }, linzi) !== undefined]);
    }
  }
});

it('all towns, and the words that choose, are among the words that are listened for, though villages are many', () => {
  const hints = hintsFor(call(ASKED), linzi);
  for (const { level, name } of linzi.areas) if (level === 'town') expect(hints).toContain(name);
  expect(hints).toEqual(expect.arrayContaining(['都不是', '人工', '西关村']));
});

describe('an answer that names no exact place', () => {
  it.each(['跳过', '没有具体地点', '没有具体位置', '我刚才不是说了吗', '刚才说过了', '不知道'])('is no place: %s', (speech) =>
    expect(answered({ speech: '齐都镇' }, { speech })).toMatchObject({ question: 'confirm', area: 'qidu', place: '' }),
  );

  it('is no place where it says only who speaks', () => {
    expect(answered({ speech: '齐都镇' }, { speech: '我是老王' })).toMatchObject({ question: 'place', place: undefined });
    expect(answered({ speech: '我是业主' }).matter).toContain('我是业主');
  });

  it.each(['稷下街道办', '稷下街道办事处', '稷下街道那边'])('is the town: %s', (speech) =>
    expect(answered({ speech })).toMatchObject({ question: 'place', area: 'jixia', place: undefined }),
  );

  it.each(['我是西关村的老张', '俺是西关村的', '我是西关村的村民'])('is where somebody is from: %s', (speech) => {
    expect(answered({ speech: '齐都镇' }, { speech })).toMatchObject({ area: 'qidu-xiguan', place: '西关村' });
    expect(answered({ speech })).toMatchObject({ area: 'qidu-xiguan', place: '' });
  });
});

describe('what is read back of a place', () => {
  const confirming = (...said: string[]): string => heard(call([NIGHT, ...said.map((speech) => ({ speech }))]));

  it('is nothing where the matter says exactly that', () => {
    expect(confirming('齐都镇西关村村口路灯不亮了')).not.toContain('地点');
  });

  it('is the place that will be filed where the matter says another one, too', () => {
    expect(confirming('西关村和东关村中间路灯不亮了', '西关村', '村口')).toContain('地点：齐都镇西关村村口');
  });
});
