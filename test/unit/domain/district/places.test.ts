import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from '#domain/district/district.ts';
import { placeIn } from '#domain/district/places/place-in.ts';
import { placeNamesOf } from '#domain/district/places/place-names.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { judgeAddresses } from '#scripts/places/judge.ts';

const { district: linzi } = readDistrict('config/linzi');
const { wayUp } = placeNamesOf(linzi.areas);
const communities = linzi.areas.filter(({ level }) => level === 'community');
const townOf = ({ parent }: Area): Area => linzi.areas.find(({ id }) => id === parent) as Area;
const shortOf = ({ name }: Area): string => name.replace(/(?:村居委会|社区|村)$/u, '');
const found = (text: string, asked = true) => placeIn(linzi, text, { asked });

const AROUND = ['', '嗯，', '在', '我家在', '俺是', '就是'];
const AFTER = ['', '那边', '附近', '，停水了', '的'];

it('Linzi has its twelve towns and all 468 communities and villages, each with the code of its town', () => {
  const towns = linzi.areas.filter(({ level }) => level === 'town');
  expect([towns.length, communities.length]).toEqual([12, 468]);
  expect(new Set([...towns, ...communities].map(({ code }) => code)).size).toBe(480);
  for (const area of communities) expect(area.code?.slice(0, 9)).toBe(townOf(area).code?.slice(0, 9));
});

describe('each community and village', () => {
  const anyOf = fc.constantFrom(...communities);

  it('is found by its name with its town', () => {
    for (const area of communities) {
      const text = `${townOf(area).name}${area.name}`;
      for (const asked of [true, false]) expect([text, found(text, asked).area]).toEqual([text, area.id]);
    }
  });

  it('is found by its name alone, or is among what may be meant', () => {
    for (const area of communities) {
      const { area: sure, maybe } = found(area.name);
      expect([area.name, sure === area.id || maybe.includes(area.id)]).toEqual([area.name, true]);
    }
  });

  it('is found in whatever way people begin and end, and nothing else is sure', () => {
    fc.assert(
      fc.property(fc.constantFrom(...AROUND), fc.constantFrom(...AFTER), fc.boolean(), (before, after, asked) => {
        for (const area of communities) {
          const text = `${before}${area.name}${after}`;
          const { area: sure, maybe } = found(text, asked);
          expect([text, sure === area.id || (sure === undefined && maybe.includes(area.id))]).toEqual([text, true]);
        }
      }),
    );
  });

  it('is never surely another one without its ending', () => {
    fc.assert(
      fc.property(anyOf, fc.constantFrom(...AROUND), fc.constantFrom(...AFTER), (area, before, after) => {
        const { area: sure } = found(`${before}${shortOf(area)}${after}`);
        // 朱台东 and 闻韶 may be a part of the town, 皇城 is one.
        const isTrue = sure === undefined || wayUp(area.id).includes(sure);
        expect([shortOf(area), sure, isTrue]).toEqual([shortOf(area), sure, true]);
      }),
    );
  });

  it('is unsure, if anything, when its name is a part of a longer one', () => {
    const names = new Set(linzi.areas.map(({ name }) => name));
    const part = fc.constantFrom(...'东西南北大小前后新老');
    fc.assert(
      fc.property(anyOf, part, (area, before) => {
        const text = `${before}${area.name}`;
        fc.pre(!names.has(text) && ![...names].some((name) => name !== area.name && text.endsWith(name)));
        expect([text, found(text).area]).toEqual([text, undefined]);
      }),
    );
  });

  it('is unsure, if anything, behind a town of another district', () => {
    const foreign = fc.constantFrom(
      ...['张店区南定镇', '桓台县', '大武镇', '青州市', '高新区', '四宝山街道', '张店区的', '大武镇，', '南定街道办'],
    );
    fc.assert(
      fc.property(anyOf, foreign, (area, town) => {
        expect(found(`${town}${area.name}`).area).toBeUndefined();
      }),
    );
  });
});

describe('what only sounds like a name', () => {
  const sounds = Object.values(linzi.placeSounds ?? {});
  /** A name with one sign more or less of the same sound. */
  const misheard = (name: string, at: number, n: number): string => {
    const signs = [...name];
    const same = sounds.find((one) => one.includes(signs[at] ?? '')) ?? '';
    signs[at] = [...same][n % [...same].length] ?? '';
    return signs.join('');
  };
  const stems = linzi.areas.filter(({ level }) => level === 'town' || level === 'community');

  it('is never sure, unless another place is written so', () => {
    const written = new Set(placeNamesOf(linzi.areas).byWord.keys());
    fc.assert(
      fc.property(fc.constantFrom(...stems), fc.nat(1), fc.nat(), fc.boolean(), (area, at, n, asked) => {
        const text = misheard(area.name, at, n);
        fc.pre(![...written].some((word) => text.includes(word)));
        expect([text, found(text, asked).area]).toEqual([text, undefined]);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['学宫', 'xuegong'],
    ['几下', 'jixia'],
    ['珠台', 'zhutai'],
    ['齐岭', 'qiling'],
    ['学宫街道', 'xuegong'],
    ['女家村', 'qiling-lvjia'],
    ['大武村', undefined],
    ['南求东村', 'jinshan-nanqiudong'],
    ['珠台镇史家村', 'zhutai-shijia'],
  ])('may be meant: %s', (said, area) => expect(found(said)).toEqual({ maybe: area === undefined ? [] : [area] }));

  it.each(['敲了几下门', '打了他几下', '下了几下雨'])('is a word in a sentence: %s', (said) =>
    expect(found(said, false)).toEqual({ maybe: [] }),
  );
});

it.each(['路口的灯坏了', '大路不平', '国家有没有补贴', '车站附近很乱', '王家的狗咬人', '和平时不一样', '学校门口堵车'])(
  'a word that is also a short name is no place in a sentence: %s',
  (said) => expect(found(said, false)).toEqual({ maybe: [] }),
);

it.each([
  ['俺庄西关村和东关村之间的路坏了', undefined, ['qidu-dongguan', 'qidu-xiguan']],
  ['从辛店坐车到齐都', undefined, ['qidu', 'xindian']],
  ['康平社区，在学宫街道', undefined, ['xindian-kangping', 'xuegong']],
  ['齐都镇，路口那边', 'qidu', []],
  ['金岭镇二村', 'jinling', []],
])('what may contradict a name takes its certainty away: %s', (said, area, maybe) => {
  const { area: sure, maybe: others } = found(said);
  expect([sure, others.toSorted()]).toEqual([area, maybe]);
});

it('on addresses of their own nothing is sure and wrong', () => {
  const judged = judgeAddresses(linzi, readFileSync('test/places/addresses.tsv', 'utf8'));
  expect(judged.length).toBeGreaterThanOrEqual(200);
  expect(judged.filter(({ outcome }) => outcome === 'sure and wrong')).toEqual([]);
});
