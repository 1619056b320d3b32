import { describe, expect, it } from 'vitest';
import { DAY, NIGHT } from './call-in-linzi.ts';
import { played, type TypicalCaller } from './typical-calls.ts';

const CALLERS: (TypicalCaller & { atOnce?: boolean })[] = [
  {
    who: 'says it all at once',
    begins: NIGHT,
    matter: '齐都镇西关村村口路灯不亮',
    where: '齐都镇西关村',
    exactly: '村口',
    atOnce: true,
  },
  {
    who: 'names house and unit',
    begins: NIGHT,
    matter: '晏婴社区三号楼二单元水管爆了',
    where: '晏婴社区',
    exactly: '三号楼二单元',
    atOnce: true,
  },
  {
    who: 'names an estate that is in no list',
    begins: NIGHT,
    matter: '金茂花园八号楼二单元没暖气',
    where: '闻韶街道',
    exactly: '金茂花园八号楼',
    atOnce: true,
  },
  {
    who: 'names the village with the matter',
    begins: NIGHT,
    matter: '西关村的垃圾没人清',
    where: '齐都镇',
    exactly: '村委会门口',
  },
  { who: 'says only what it is', begins: NIGHT, matter: '路灯坏了好几天', where: '齐都镇西关村', exactly: '村口' },
  { who: 'asks something', begins: NIGHT, matter: '低保怎么申请', where: '凤凰镇', byKeys: true },
  { who: 'whose person is busy', begins: DAY, matter: '楼下烧烤摊油烟太大', where: '闻韶街道晏婴社区', exactly: '东门' },
  {
    who: 'gets a text',
    begins: { ...NIGHT, texts: 'yes' },
    matter: '路口井盖没了',
    where: '辛店街道安里村村口',
    exactly: '村口',
  },
];

describe('an ordinary call', () => {
  it('takes few answers and short prompts', () => {
    const figures = CALLERS.map((caller) => ({ ...caller, ...played(caller) }));
    console.table(figures.map(({ who, answers, seconds, questions }) => ({ who, answers, seconds, asked: questions.join(' ') })));
    for (const { who, answers, seconds, atOnce, questions } of figures) {
      // Who asks for a person first is put through, and back.
      const most = questions.includes('agent') ? 46 : 40;
      expect([who, answers]).toEqual([who, expect.toSatisfy((count: number) => count <= (atOnce ? 2 : 3))]);
      expect([who, seconds]).toEqual([who, expect.toSatisfy((length: number) => length <= most)]);
    }
  });
});
