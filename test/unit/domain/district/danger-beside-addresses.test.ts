import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceFor } from '#domain/district/danger/advice.ts';
import { noteOf } from '#domain/district/danger/danger-note.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import { readDistrict } from '#infra/district/read-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const REGISTERS = ['spoken', 'written'] as const;
const outcomesOf = (text: string) => REGISTERS.map((register) => understandDanger(linzi, text, register).outcome);
const NONE = ['none', 'none'];
const HOUSES = [
  '3号楼',
  '3号楼前',
  '5号楼2单元301',
  '12号楼3单元502室',
  '八号楼一单元',
  '二楼东户',
  '18号',
  'B座1201',
  '3-2-501',
];

describe('an address', () => {
  it('is no danger, nor reason to ask, in any area, said or written', () => {
    const asked = linzi.areas.flatMap(({ name }) =>
      HOUSES.map((house) => `${name}${house}`).filter((address) => outcomesOf(address).some((outcome) => outcome !== 'none')),
    );
    expect(asked).toEqual([]);
  });

  it.each(['人民路18号', '502室', '3楼', '12#楼2单元', 'Building 3 Unit 2', 'Room 502, third floor'])(
    'alone is none: %s',
    (text) => expect(outcomesOf(text)).toEqual(NONE),
  );

  it('is none where the pages give it as an example', () => {
    const page = readFileSync('web/resident/words/zh.ts', 'utf8');
    const examples = [...page.matchAll(/(?:matter|place)Hint: '.*例如：(.*)'/gu)].map(([, example = '']) => example);
    expect(examples).toHaveLength(2);
    for (const example of examples) expect([example, ...outcomesOf(example)]).toEqual([example, ...NONE]);
  });

  it('before a danger hides it not', () => {
    const dangers = fc.constantFrom(
      '着火了',
      '有人晕倒了',
      '孩子掉井里了',
      '煤气漏了',
      '两个人困在电梯里',
      '有人拿刀砍人',
      '楼道里全是烟',
    );
    fc.assert(
      fc.property(fc.constantFrom(...HOUSES), fc.integer({ min: 1, max: 40 }), dangers, (house, n, danger) => {
        expect(outcomesOf(`${house}${danger}`)).toEqual(['danger', 'danger']);
        expect(outcomesOf(`${n}号楼${danger}`)).toEqual(['danger', 'danger']);
        expect(outcomesOf(`${n}楼${danger}`)).toEqual(['danger', 'danger']);
      }),
    );
  });

  it.each([
    '二楼着火',
    '从三楼掉下来',
    '六楼有人要跳',
    '3号楼前夫拿刀砍人',
    '5单元有人昏倒',
    'fire in building 3',
    '火都烧到二楼了',
  ])('leaves the words beside it: %s', (text) => expect(outcomesOf(text)).toEqual(['danger', 'danger']));
});

describe('what people add every day', () => {
  it.each([
    ...['麻烦尽快', '请快一点', '没有人联系我', '今天下午在家', '我在家', '我在单位', '家里有老人', '家里有孩子', '家里有孕妇'],
    ...['老人孩子都在家', '明天上午在家等着', '麻烦抓紧', '还没有人来', '我住三楼，家里有老人'],
  ])('is no reason to ask: %s', (text) => expect(outcomesOf(text)).toEqual(NONE));
});

describe('a life that somebody is about to take', () => {
  const adviceOn = (text: string) => adviceFor(noteOf(understandDanger(linzi, text, 'written')), linzi);

  it.each([
    '有人要跳楼，在临淄大道天桥上',
    '天桥上有个小伙子，要跳楼',
    '楼顶上站着个人要往下跳',
    '我看见有人要跳楼',
    '我妈要跳楼',
    '我儿子站在天台上要往下跳',
    'there is a man on the bridge about to jump',
  ])('of somebody else is for the police, and without the line for oneself: %s', (text) => {
    expect(adviceOn(text)).toMatchObject({ outcome: 'danger', emergencyNumber: '110' });
    expect(adviceOn(text)).not.toHaveProperty('helpline');
  });

  it.each(['我妈喝农药了', '有人割腕了'])('of somebody else is for the ambulance once it has happened: %s', (text) => {
    expect(adviceOn(text)).toMatchObject({ emergencyNumber: '120' });
    expect(adviceOn(text)).not.toHaveProperty('helpline');
  });

  it.each([
    ...['我要跳楼', '不想活了', '跳楼', '我站在楼顶 不给钱就跳', '老婆跑了不想活了', '对不起爸妈不想活了', '他们逼得我要跳楼'],
    ...['就剩我一个人了活着没意思', '一个人活着没意思', '我妈要跳楼，我也不想活了', '有人打我，我不想活了', '我和孩子都不想活了'],
    'my wife left me I want to die',
  ])('of who says it gets the line, and so does who does not say whose: %s', (text) =>
    expect(adviceOn(text)).toMatchObject({ helpline: '12356', emergencyNumber: '120' }),
  );
});
