import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { Area, District } from '#domain/district/district.ts';
import { areaIn, placeIn } from '#domain/district/places/place-in.ts';
import { categoryIn } from '#domain/district/sort-matter.ts';
import { lineage } from '#domain/district/tree.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const { district: example } = readDistrict('config/example');

const keywordsOf = ({ categories }: District): string[] => categories.flatMap(({ keywords = [] }) => keywords);
const namesOf = ({ areas }: Pick<District, 'areas'>): string[] =>
  areas.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled]);
const dangerWordsOf = ({ danger }: District): string[] => danger.dangers.flatMap(({ words }) => words);
const ALL = [...keywordsOf(linzi), ...namesOf(linzi), ...dangerWordsOf(linzi)];

/** Letters that no word of the district has. */
const MEANINGLESS = [...'嗯哦呃嘛咱您咦哎唉哟'].filter((letter) => !ALL.join('').includes(letter));
const meaningless = fc.string({ unit: fc.constantFrom(...MEANINGLESS, '，', '。', ' '), maxLength: 8 });
/** Something like speech: words of the district, run together or not, and words that mean nothing. */
const speech = fc
  .array(fc.oneof(fc.constantFrom(...ALL), fc.constantFrom(...MEANINGLESS, '，', '了', '我家')), { maxLength: 6 })
  .map((parts) => parts.join(''));
const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

describe('what a matter is about', () => {
  it.each([
    ['我家水管爆了，水漏了一地', 'water-leak'],
    ['小区停水两天了', 'water-outage'],
    ['自来水停水了', 'water-outage'],
    ['家里暖气不热，老人受不了', 'heating-cold'],
    ['暖气漏水了', 'heating-leak'],
    ['楼上卫生间漏水漏到我家', 'property-repair'],
    ['稷下街道路灯不亮', 'street-lights'],
    ['我们街道路灯都灭了', 'street-lights'],
    ['路上有个大坑，井盖也没了', 'road-damage'],
    ['楼下烧烤摊晚上太吵', 'noise'],
    ['电梯老是坏', 'lifts'],
    ['六楼没电梯，老人下不来', 'lifts'],
    ['老板拖欠工资半年了', 'unpaid-wages'],
    ['医保怎么报销', 'medical-insurance'],
    ['想办低保', 'low-income'],
    ['垃圾没人收', 'garbage'],
    ['交 水费 去 哪儿', 'water-bill'],
  ])('%s: %s', (matter, category) => expect(categoryIn(linzi, matter)).toMatchObject({ category, sure: true }));

  it('is the general category, unsure, when nothing was said of it', () => {
    const nothing = { category: linzi.generalCategory, words: [], sure: false };
    for (const matter of ['', '有件事说不清楚', '车不让停，电话也打不通']) expect(categoryIn(linzi, matter)).toEqual(nothing);
  });

  it('is what two that are even have in common, unsure, or else the general category', () => {
    expect(categoryIn(linzi, '停水又漏水')).toEqual({ category: 'water', words: ['停水', '漏水'], sure: false });
    expect(categoryIn(linzi, '停水又停电')).toEqual({ category: 'general', words: ['停水', '停电'], sure: false });
  });

  it('is the deeper one of two that are even on one way up, and the higher one only for longer words', () => {
    expect(categoryIn(linzi, '供水公司停水')).toEqual({ category: 'water-outage', words: ['停水'], sure: true });
    expect(categoryIn(linzi, '水龙头总停水')).toMatchObject({ category: 'water', sure: true });
  });

  it('is nothing that only the name of a place makes: 稷下街道路灯 speaks of no 道路', () => {
    const categories = [...linzi.categories, { id: 'ways', name: '路', keywords: ['道路'] }];
    expect(categoryIn({ ...linzi, categories }, '稷下街道路灯不亮')).toMatchObject({ category: 'street-lights', sure: true });
    expect(categoryIn({ ...linzi, categories }, '稷下街道的道路').category).toBe('ways');
  });

  it('says by which words, in the order in which they were said, ten at most', () => {
    expect(categoryIn(linzi, '路灯不亮').words).toEqual(['路灯']);
    // 暖气 and 漏水 are both within 暖气漏水.
    expect(categoryIn(linzi, '暖气漏水').words).toEqual(['暖气漏水']);
    expect(categoryIn(linzi, '吵得睡不着，扰民，吵得很').words).toEqual(['吵得', '睡不着', '扰民']);
    const endless = keywordsOf(linzi).join('，');
    expect(categoryIn(linzi, endless).words).toHaveLength(10);
  });

  it.each([linzi, example, smallDistrict])(
    'every keyword of $id alone speaks of its category, or of one above it',
    (district) => {
      for (const word of keywordsOf(district)) {
        const sharers = district.categories.filter(({ keywords }) => keywords?.includes(word)).map(({ id }) => id);
        const { category, sure } = categoryIn(district, word);
        expect([word, category, sure]).toEqual([word, sharers.length === 1 ? sharers[0] : category, sharers.length === 1]);
        for (const id of sharers)
          expect([...lineage(district.categories, id).map((one) => one.id), 'general']).toContain(category);
      }
    },
  );

  it('does not depend on the order of the data', () => {
    const reordered = fc.tuple(shuffled(linzi.categories), shuffled(linzi.areas), fc.boolean());
    fc.assert(
      fc.property(fc.array(speech, { maxLength: 5 }), reordered, (matters, [categories, areas, backwards]) => {
        const turned = categories.map((one) =>
          backwards && one.keywords ? { ...one, keywords: one.keywords.toReversed() } : one,
        );
        const other = { ...linzi, areas, categories: turned };
        for (const matter of matters) expect(categoryIn(other, matter)).toEqual(categoryIn(linzi, matter));
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on words that mean nothing', () => {
    fc.assert(
      fc.property(speech, meaningless, meaningless, (matter, before, after) => {
        expect(categoryIn(linzi, `${before}${matter}${after}`)).toEqual(categoryIn(linzi, matter));
        expect(areaIn(linzi, `${before}${matter}${after}`)).toEqual(areaIn(linzi, matter));
        expect(understandDanger(linzi, `${before}${matter}${after}`, 'spoken')).toEqual(
          understandDanger(linzi, matter, 'spoken'),
        );
      }),
    );
  });

  it('finds English words whole', () => {
    expect(categoryIn(example, 'The TAP drips')).toEqual({ category: 'water', words: ['tap'], sure: true });
    expect(categoryIn(example, 'the tapestry in the cabin').words).toEqual([]);
    expect(categoryIn(example, "a flea-market, please's").category).toBe('volunteering');
  });
});

describe('where it is', () => {
  it.each([
    ['齐都镇', 'qidu'],
    ['在齐都', 'qidu'],
    ['齐都镇西关村', 'qidu-xiguan'],
    ['西关村', 'qidu-xiguan'],
    ['闻韶街道闻韶社区', 'wenshao-wenshao'],
    ['闻韶', 'wenshao'],
    ['临淄区闻韶街道办旁边', 'wenshao'],
    ['金岭镇金岭一村', 'jinling-jinlingyi'],
    ['晏婴社区第一网格', 'wenshao-yanying-1'],
    ['闻韶路灯不亮', 'wenshao'],
    ['闻韶街道路不平', 'wenshao'],
    ['雪宫路停水', undefined],
    ['闻韶路和雪宫路路口', undefined],
    ['齐都花园小区', undefined],
    ['临淄区', undefined],
    ['near Qidu Town hall', 'qidu'],
    ['Qidu Road', undefined],
    ['in Wenshao', 'wenshao'],
    ['齐都镇和皇城镇之间', undefined],
    ['齐都镇的牛山社区', undefined],
    ['不知道', undefined],
  ])('%s: %s', (said, area) => expect(areaIn(linzi, said)).toBe(area));

  it.each([
    ['in Northgate, Mill Lane', 'northgate-mill'],
    ['at the quay', 'riverside-quay'],
    ['Riverside Road', undefined],
    ['Hilltops', undefined],
    ['Example District', undefined],
  ])('%s: %s', (said, area) => expect(areaIn(example, said)).toBe(area));

  it.each([linzi, example, smallDistrict])('every area of $id is understood by each of its names', (district) => {
    for (const { id, level, name, translated = name, alsoCalled = [] } of district.areas) {
      for (const called of [name, translated, ...alsoCalled]) {
        const sharers = district.areas.filter((area) => namesOf({ areas: [area] }).includes(called));
        const isOne = level !== 'district' && !sharers.some((area) => area.level === level && area.id !== id);
        expect([called, areaIn(district, called)]).toEqual([called, isOne ? id : undefined]);
        if (level !== 'district' && !isOne) expect(placeIn(district, called).maybe).toContain(id);
      }
    }
  });

  it('does not depend on the order of the data', () => {
    fc.assert(
      fc.property(fc.array(speech, { maxLength: 5 }), shuffled(linzi.areas), (texts, areas) => {
        for (const text of texts) expect(areaIn({ areas }, text)).toBe(areaIn(linzi, text));
      }),
      { numRuns: 60 },
    );
  });

  describe('when several areas have one name', () => {
    const town = (id: string, name: string): Area[] => [
      { id, name, level: 'town', parent: 'd' },
      { id: `${id}-west`, name: '西村', level: 'community', parent: id, alsoCalled: [`${name}西`] },
      { id: `${id}-west-1`, name: '第一网格', level: 'grid', parent: `${id}-west` },
      { id: `${id}-own`, name, level: 'community', parent: id },
      { id: `${id}-own-1`, name: '第一网格', level: 'grid', parent: `${id}-own` },
    ];
    const areas: Area[] = [{ id: 'd', name: '区', level: 'district' }, ...town('a', '甲镇'), ...town('b', '乙镇')];
    it.each([
      ['西村', undefined],
      ['甲镇西村', 'a-west'],
      ['西村，在乙镇', 'b-west'],
      ['甲镇西村第一网格', 'a-west-1'],
      ['乙镇西', 'b-west'],
      ['乙镇西第一网格', 'b-west-1'],
      ['甲镇第一网格', 'a'],
      ['甲镇', 'a'],
      ['甲镇和乙镇的西村', undefined],
      ['第一网格', undefined],
    ])('%s: %s', (said, area) => {
      expect(areaIn({ areas }, said)).toBe(area);
      expect(areaIn({ areas: areas.toReversed() }, said)).toBe(area);
    });
  });
});
