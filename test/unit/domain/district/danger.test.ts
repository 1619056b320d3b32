import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DangerFinding, understandDanger } from '#domain/district/danger/understand-danger.ts';
import type { District } from '#domain/district/district.ts';
import { readDistrict } from '#infra/district/read-district.ts';
import { smallDistrict } from '#test/unit/domain/small-district.ts';

const { district: linzi } = readDistrict('config/linzi');
const { district: example } = readDistrict('config/example');
const keywords = linzi.categories.flatMap(({ keywords = [] }) => keywords);
const words = linzi.danger.dangers.flatMap((danger) => danger.words);

/** The danger that a caller is in, by what they said. */
const dangerIn = (district: District, said: string): DangerFinding['danger'] => {
  const { outcome, danger } = understandDanger(district, said, 'spoken');
  return outcome === 'danger' ? danger : undefined;
};

describe('words of danger', () => {
  it.each([
    ['楼上着火了', 'fire'],
    ['三号楼起火，快来人', 'fire'],
    ['楼道里冒浓烟，看不见人', 'fire'],
    ['火锅店着火了', 'fire'],
    ['家里有煤气味', 'gas'],
    ['闻到天然气泄漏', 'gas'],
    ['施工把天然气管道挖断了', 'gas'],
    ['燃气泄露，怎么办', 'gas'],
    ['老人晕倒了', 'injury'],
    ['有人流血', 'injury'],
    ['我爸心脏病犯了', 'injury'],
    ['喘不上气，脸都白了', 'injury'],
    ['一家三口煤气中毒', 'injury'],
    ['井盖没了，孩子掉进去了', 'injury'],
    ['我要跳楼', 'injury'],
    ['有人要跳楼', 'violence'],
    ['两个人困在电梯里出不来', 'trapped'],
    ['楼下有人持刀', 'violence'],
    ['快来，楼下打人了', 'violence'],
    ['他喝了酒就家暴', 'violence'],
    ['路口出车祸了', 'traffic'],
    ['大货车撞人跑了', 'traffic'],
    ['一号楼电梯困人了', 'trapped'],
    ['我卡在电梯里了', 'trapped'],
    ['我妈摔倒了起不来', 'injury'],
    ['围墙倒了，压着人了', 'injury'],
    ['液化气罐漏气', 'gas'],
    ['锅炉爆炸', 'fire'],
    ['楼道里有浓烟', 'fire'],
    ['家里进贼了', 'violence'],
    ['老公打我', 'violence'],
    ['两辆车撞了', 'traffic'],
    ['老人走失了', 'missing'],
    ['他打我', 'violence'],
    ['我被抢了', 'violence'],
    ['有人撬门', 'violence'],
    ['我喘不上来气', 'injury'],
    ['有个小孩掉井里了', 'injury'],
    ['老人反锁屋里出不来', 'trapped'],
    ['房子烧了', 'fire'],
    ['屋里有燃气的味道', 'gas'],
    ['我孙子走丢了', 'missing'],
    ['大货车侧翻了', 'traffic'],
    ['煤气灶打不着火，屋里着火了', 'fire'],
    ['There is a fire!', 'fire'],
    ["I can't breathe", 'injury'],
    ['The kitchen is on fire!', 'fire'],
    ['We are stuck in the lift', 'trapped'],
  ])('%s: %s', (said, danger) => expect(dangerIn(linzi, said)?.id).toBe(danger));

  it.each([
    ...['燃气费怎么交', '煤气罐在哪换', '怎么开通天然气', '煤气没气了', '燃气公司电话多少'],
    ...['消防通道被堵了', '消防队旁边的路灯不亮', '楼道堆杂物有火灾隐患', '窗户正对着火锅店，油烟大', '一起火锅店吃饭闹肚子'],
    ...['烟囱冒烟味道大', '火车站停车费太贵', '烧秸秆烟太大', '商店喇叭天天喊跳楼价'],
    ...['医院挂号挂不上', '心脏病住院怎么报销', '残疾证怎么办', '老人看病报销', '医院没有呼吸科'],
    ...['邻居家狗扰民', '暖气不热', '路灯不亮', '井盖丢了，很危险', '雨水落水管坏了', '小区里的电杆要倒'],
    ...['打工的钱没给', '我打人工电话打不通', '打人民医院电话没人接', '想参加志愿活动', '物业拿停水绑架业主'],
    ...[
      '保安不接电话，打我手机的是谁',
      '贷款把人困住',
      '早上吵得起不来床',
      '快递丢了',
      '小猫不见了',
      '车位被抢',
      '垃圾车撞垃圾桶',
    ],
    ...['煤气灶打不着火了', '我家电动车打不着火', '我儿子打我电话说不回来', '这是救命的药，医保不报', '外墙砖容易砸伤人'],
    ...['饭店大火爆炒油烟太大', '这个路口经常出车祸，建议装红绿灯', '我的电脑中毒了'],
    ...['撞坏了护栏', '车撞人行道的石头上了', '受灾补助怎么申请', '电动车充电桩坏了', '心里着急', '手机掉进水沟了'],
  ])('%s is an ordinary matter', (said) => expect(dangerIn(linzi, said)).toBeUndefined());

  it.each([linzi, example, smallDistrict])('of $id each mean their own danger', (district) => {
    for (const danger of district.danger.dangers) {
      for (const word of danger.words) expect([word, dangerIn(district, word)?.id]).toEqual([word, danger.id]);
    }
  });

  it('are not what a matter or a place is called', () => {
    const names = linzi.areas.flatMap(({ name, alsoCalled = [] }) => [name, ...alsoCalled]);
    expect([...keywords, ...names].filter((word) => dangerIn(linzi, word))).toEqual([]);
  });

  it('are heard beside any matter', () => {
    const after = fc.constantFrom('', '，', '了');
    fc.assert(
      fc.property(fc.constantFrom(...keywords), after, fc.constantFrom(...words), (matter, between, word) => {
        expect(dangerIn(linzi, `${matter}${between}${word}`)).toBeDefined();
        expect(dangerIn(linzi, `${word}，${matter}`)).toBeDefined();
      }),
    );
  });

  it('stand for the first danger in the data, in whatever order they are said', () => {
    expect(dangerIn(linzi, '有人流血，着火了')?.id).toBe('fire');
    const { danger } = linzi;
    const turned = { ...linzi, danger: { ...danger, dangers: danger.dangers.toReversed() } };
    expect(dangerIn(turned, '着火了，有人流血')?.id).toBe('injury');
  });

  it('count when they stand within a longer keyword: nobody takes a danger away by adding one', () => {
    for (const keyword of ['电动车着火', '着火的电动车', '车着火了没']) {
      const categories = [...linzi.categories, { id: 'e-bikes', name: '电动车', keywords: [keyword] }];
      expect(dangerIn({ ...linzi, categories }, keyword)?.id).toBe('fire');
    }
  });

  it('are found whole in English', () => {
    expect(dangerIn(example, 'There is a gas leak here!')?.id).toBe('gas');
    expect(dangerIn(example, 'there is a fire station, it is loud')).toBeUndefined();
    expect(dangerIn(example, 'penknives')).toBeUndefined();
    expect(dangerIn(example, 'I smell -- GAS')?.id).toBe('gas');
  });
});
