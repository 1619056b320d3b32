import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, next } from '#domain/calls/conversation.ts';
import { starsSaid } from '#domain/calls/rating-said.ts';
import type { State } from '#domain/calls/state.ts';
import { catalogueOf } from '#domain/calls/words/catalogues.ts';
import { MACHINE_WORDS } from '#domain/calls/words/machine-words.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const NUMBER = 'LZ261123048212';

describe('stars as they are said', () => {
  it.each([
    ['5', ['五分满意', '太好了', '没得说', '一百分', '100分', '五星好评', '我打五个星', '十分', '好极了', '没毛病', '满意得很']],
    ['4', ['不孬', '中', '不赖', '怪好', '挺好的', '一点不差', '四颗星吧', '还不赖']],
    ['3', ['还行', '一般', '一般般', '马马虎虎', '就那样', '凑合吧', '满分五星我给三星']],
    ['2', ['不咋地', '差', '有点差', '态度差', '不太好', '不是很好', '五分，不满意', '差劲']],
    ['1', ['太差了', '零分', '0分', '打零分', '糟糕', '差评', '一星都不想给', '一塌糊涂']],
  ])('%s: %s', (stars, said) => {
    for (const speech of said) expect([speech, starsSaid(speech, 'zh')]).toEqual([speech, stars]);
  });

  it.each([
    ['你谁啊', '什么', '喂', '你好', '好的', '等了五分钟', '打了95分', '没差', '不想给五星', '没有多满分', '中间那个', '不知道'],
    ['差一点没接着', '三分之一'],
  ])('are none: %s', (...said) => {
    for (const speech of said) expect([speech, starsSaid(speech, 'zh')]).toEqual([speech, undefined]);
  });

  it.each([
    ['excellent', '5'],
    ['I would give it four stars', '4'],
    ['3 out of 5', '3'],
    ['not so great', undefined],
    ['terrible service', '1'],
    ['who are you', undefined],
  ])('in English: %s is %s', (speech, stars) => {
    expect(starsSaid(speech, 'en')).toBe(stars);
  });

  it('in a word of one sign count only when it is nearly all that is said', () => {
    const { heard } = catalogueOf('zh');
    expect(heard.stars.filter(([word]) => [...word].length < 2)).toEqual([]);
    const short = heard.starsAlone.filter(([word]) => [...word].length < 2).map(([word]) => word);
    const long = fc.constantFrom(
      '您说的这件事我们正在看看',
      '我会看看对方是否有空',
      '今天下午去的那个人来过',
      '电话录音开始以后说话',
    );
    fc.assert(
      fc.property(fc.constantFrom(...short, ...'一二三四五'), long, fc.nat(10), (word, around, at) => {
        const said = `${around.slice(0, at)}${word}${around.slice(at)}`;
        const state = { ...begin({}, linzi), question: 'stars', rates: NUMBER, solved: true } as State;
        expect([said, next(state, { speech: said }, linzi).question]).toEqual([said, 'stars']);
      }),
    );
  });
});

describe('a machine that answers a call for a rating', () => {
  const rung = begin({ number: NUMBER, found: 'resolved' }, linzi);
  const said = fc.constantFrom('五', '解决了', '满意', '没有', '是的', '非常满意', '好的', '四星', 'yes', '正在', '太好了', '');

  it('rates nothing, whatever else it says, in any turns', () => {
    const turn = fc
      .tuple(said, fc.constantFrom(...MACHINE_WORDS), said)
      .map(([before, word, after]) => ({ speech: `${before}，${word}，${after}` }));
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 5 }), fc.constantFrom('solved', 'stars'), (turns, question) => {
        const asked: State = { ...rung, question: question as State['question'], ...(question === 'stars' && { solved: true }) };
        const after = turns.reduce((state, answer) => next(state, answer, linzi), asked);
        expect([question, 'over']).toContain(after.question);
        expect([after.stars, after.solved]).toEqual([undefined, asked.solved]);
      }),
    );
  });

  it('lets a person who comes afterwards answer, who is asked everything', () => {
    const screened = next(rung, { speech: '您好，如果您说出姓名和来电原因，我会看看对方是否方便接听' }, linzi);
    const five = next(screened, { speech: '五' }, linzi);
    expect([screened.question, five.question, five.stars]).toEqual(['solved', 'solved', undefined]);
    const solved = next(five, { speech: '解决了' }, linzi);
    expect(next(solved, { speech: '五' }, linzi)).toMatchObject({ question: 'rated', solved: true, stars: 5 });
  });

  it('ends the call when the provider knows it, at once or later', () => {
    expect(begin({ number: NUMBER, found: 'resolved', machine: 'yes' }, linzi)).toMatchObject({ question: 'over', notices: [] });
    expect(next(rung, { machine: 'yes', digits: '1' }, linzi).question).toBe('over');
    const stars: State = { ...rung, question: 'stars', solved: true };
    expect(next(stars, { machine: 'yes', speech: '五' }, linzi)).toMatchObject({ question: 'over' });
  });
});
