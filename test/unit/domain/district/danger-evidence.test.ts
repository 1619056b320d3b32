import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceIn, scorer } from '#domain/district/danger/evidence.ts';
import { lexiconOf } from '#domain/district/danger/lexicon.ts';
import { look } from '#domain/district/danger/looks.ts';
import { type Register, readText, seenIn } from '#domain/district/danger/reading.ts';
import { runningOutOf, type Span } from '#domain/district/danger/spans.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district } = readDistrict('config/linzi');
const lexicon = lexiconOf(district);
const { model } = lexicon;
if (!model) throw new Error('Linzi has a model');

const words = district.danger.dangers.flatMap((danger) => danger.words);
const said = fc
  .array(fc.constantFrom(...words, '我妈', '孩子', '昨天', '没有', '现在', '，', '。', '水管坏了', '怎么办', 'fire'), {
    maxLength: 30,
  })
  .map((parts) => parts.join(''));
const scoreOf = (text: string, register: Register): number => look(model, readText(lexicon, text), register).score;

describe('the evidence of a text', () => {
  it('has each mark at its place, in the order of the text', () => {
    fc.assert(
      fc.property(said, (text) => {
        const seen = seenIn(readText(lexicon, text), model.person, 'spoken');
        const places = seen.marks.map(({ at }) => at);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        const known = { ...model, tree: { ...model.tree, next: new Uint16Array(model.tree.next.length) } };
        const { ats, ends, firstAt } = evidenceIn(known, seen);
        expect([...ats.subarray(0, firstAt.at(-1))]).toEqual(places);
        expect([...ends.subarray(0, firstAt.at(-1))]).toEqual(places.map((at) => at + 1));
      }),
    );
  });

  it('counts once, however often it is said', () => {
    for (const text of ['水管坏了', '我妈倒地上了', '去年漏过']) {
      expect(scoreOf(`${text}。${text}。${text}。`, 'spoken')).toBe(scoreOf(`${text}。`, 'spoken'));
    }
  });

  it('of a part is all that begins and ends within it', () => {
    fc.assert(
      fc.property(said, (text) => {
        const seen = seenIn(readText(lexicon, text), model.person, 'written');
        const evidence = evidenceIn(model, seen);
        const whole = { at: 0, end: seen.ids.length };
        const sum = new Map<number, number>();
        for (let n = 0; n < (evidence.firstAt[whole.end] ?? 0); n += 1) {
          sum.set(evidence.numbers[n] ?? 0, evidence.weights[n] ?? 0);
        }
        const expected = [...sum.values()].reduce((total, weight) => total + weight, evidence.start);
        const score = scorer(evidence);
        expect(score(whole)).toBe(expected);
        expect(score({ at: 0, end: 0 })).toBe(evidence.start);
      }),
    );
  });
});

describe('a long text', () => {
  const ramble = '我先说一下啊我们小区停车的事我都说过好几回了物业也不管居委会也不管就是没有人给个准话';

  it('that is spoken is as grave as its gravest thought', () => {
    const before =
      '路灯不亮了想问什么时候来修医保卡丢了怎么补办要带什么材料公交站牌的字看不清楚去年就反映过暖气费在哪交能不能便宜孩子上学要什么手续';
    const thought = '现在我奶奶在里头憋了快一个钟头了她说眼前发黑';
    expect(scoreOf(`${before}${thought}`, 'spoken')).toBeGreaterThanOrEqual(model.thresholds.spoken.chinese.danger);
    expect(scoreOf(before, 'spoken')).toBeLessThan(model.thresholds.spoken.chinese.doubt);
  });

  it('that is written is as grave as what it says last', () => {
    const last = '刚才我爸从梯子上掉下来，头上都是血，叫不应了，请快派救护车';
    expect(scoreOf(`${ramble}，${last}`, 'written')).toBeGreaterThan(scoreOf(`${last}，${ramble}，${ramble}`, 'written'));
  });
});

describe('a span that runs out of others', () => {
  const span = fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 5 })).map(([at, length]): Span => ({ at, end: at + length }));
  it('begins within one of them and ends behind its end', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), span, (others, one) => {
        const expected = others.some(({ at, end }) => at < one.at && one.at < end && end < one.end);
        expect(runningOutOf(others, 20)(one)).toBe(expected);
      }),
    );
  });
});
