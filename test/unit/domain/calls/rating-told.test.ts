import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, next } from '#domain/calls/conversation.ts';
import { ratingOf } from '#domain/calls/matter-of-call.ts';
import { toldWithoutStars } from '#domain/calls/rating-told.ts';
import { digitsMeant } from '#domain/calls/spoken-number.ts';
import type { State } from '#domain/calls/state.ts';
import { call, linzi, MATTER, NIGHT } from './call-in-linzi.ts';

const NUMBER = 'LZ261123048212';
const rating: State = { ...begin({}, linzi), question: 'solved', rates: NUMBER, notices: [] };
const answering = (...said: string[]): State => said.reduce((state, speech) => next(state, { speech }, linzi), rating);

describe('what is said while a ticket is rated', () => {
  it.each([
    [['没解决 来了一趟又走了'], '来了一趟又走了'],
    [['没解决', '灯还是不亮'], '灯还是不亮'],
    [['修好了', '你们来看看我家下水道又堵了'], '下水道又堵了'],
    [['我家又停水了'], '我家又停水了'],
  ])('is an addition where the caller hangs up before the stars: %j', (said, words) => {
    const state = answering(...said);
    expect(ratingOf(state)).toBeUndefined();
    expect(toldWithoutStars(state, linzi)).toEqual({ number: NUMBER, text: expect.stringContaining(words) });
  });

  it.each([
    [['没解决', '一星 来了一趟啥也没干'], { solved: false, stars: 1, comment: expect.stringContaining('来了一趟啥也没干') }],
    [['解决了', '五星 小王态度真不错'], { solved: true, stars: 5, comment: expect.stringContaining('小王态度真不错') }],
    [['解决了', '我家又停水了', '四星'], { solved: true, stars: 4, comment: '我家又停水了' }],
    [['没有没解决 早弄好了', '三颗'], { solved: true, stars: 3, comment: '早弄好了' }],
    [['没解决 压根没人来', '一颗'], { solved: false, stars: 1, comment: expect.stringContaining('压根没人来') }],
    [['解决了', '四五颗吧'], { solved: true, stars: 4 }],
    [['解决了', '给三到四颗星'], { solved: true, stars: 3 }],
  ])('is the comment beside stars: %j', (said, expected) => {
    expect(ratingOf(answering(...said))?.rating).toEqual(expected);
  });

  it('is nothing where nobody said anything, and no comment where only stars were said', () => {
    expect(toldWithoutStars(rating, linzi)).toBeUndefined();
    expect(toldWithoutStars(answering('喂', '你谁啊'), linzi)).toBeUndefined();
    for (const stars of ['五星', '满分', '三颗', '打四分吧', '一般', '太好了']) {
      expect([stars, ratingOf(answering('解决了', stars))?.rating.comment]).toEqual([stars, undefined]);
    }
  });

  it('is never lost, whenever the caller hangs up', () => {
    const told = ['来了两个人看了看', '路面还是坑坑洼洼', '下水道又堵了', '他们态度真差劲儿'];
    const answer = fc.oneof(
      fc.constantFrom(...told),
      fc.tuple(fc.constantFrom('没解决', '解决了', '一星', '五星'), fc.constantFrom(...told)).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 4 }), (said) => {
        const state = answering('没解决', ...said);
        const kept = `${ratingOf(state)?.rating.comment} ${toldWithoutStars(state, linzi)?.text}`;
        // What comes behind a rating belongs to no question any more.
        const heard = said.slice(0, Math.max(0, state.answers - 1));
        const until = said.findIndex((_, n) => answering('没解决', ...said.slice(0, n + 1)).question !== 'stars');
        for (const speech of until < 0 ? heard : heard.slice(0, until + 1)) {
          expect(kept).toContain(told.find((words) => speech.includes(words)));
        }
      }),
    );
  });
});

describe('who withdraws a matter, or has no number', () => {
  it.each(['不用管了 已经亮了', '不用修了', '别管了 自己好了', '已经有人来了'])('wants nothing filed: %s', (speech) => {
    const dropped = call([NIGHT, MATTER, { speech: '算了不报了' }, { speech }]);
    expect(dropped).toMatchObject({ question: 'over', dropped: true });
  });

  it.each(['号码找不着了', '你们没给过我号', '短信删了', '没收到短信', '我想不起来了'])(
    'is asked for no number again: %s',
    (speech) => {
      const asked = call([NIGHT, { digits: '2' }, { speech }]);
      expect(asked).toMatchObject({ question: 'menu', notices: [{ notice: 'no-number' }] });
    },
  );
});

describe('a number that is said with tens', () => {
  it.each([
    ['二十六 十一 二十三 零四八二一二', '261123048212'],
    ['二十六，十一，二十三，零四，八十二，十二', '261123048212'],
    ['二十 三十 四十', '203040'],
  ])('%s', (speech, digits) => expect(digitsMeant(speech)).toEqual([digits]));

  it('is none in other sentences', () => {
    expect(digitsMeant('一共十二位')).not.toContain('112');
    expect(digitsMeant('我等了二十六天了')).toEqual([]);
  });
});
