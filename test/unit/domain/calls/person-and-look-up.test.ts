import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, DAY, NIGHT } from './call-in-linzi.ts';

const atMenu = (speech: string) => call([NIGHT, { speech }]);
const atGreeting = (speech: string) => call([DAY, { speech }]);

const ASKS = ['找', '叫', '要', '跟', '我想跟', '我要找', '给我找', '能不能叫'];
const WHOM = ['人说话', '真人说话', '你们领导', '个活人', '人工', '管事的', '你们负责人', '个能管事的人', '个人来接电话'];

describe('who asks for a person', () => {
  it.each([
    ...['我不跟机器说', '喂你好我找个人说话', '人呢 咋是机器 我要找人', '我要找你们领导', '叫个管事的来', '给我换个真人说'],
    ...['跟你们负责人说两句', '不想跟机器人啰嗦', '转到人工那边', '有没有能管事的人', '俺要找活人说话'],
    ...['别让机器跟我说 找个人来', '要真人接'],
  ])('is told at night when somebody is there, and tells no matter: %s', (speech) => {
    const asked = atMenu(speech);
    expect(asked).toMatchObject({ notices: [{ notice: 'no-agent' }], agentMissed: true });
    expect(asked.matter).toBeUndefined();
    expect(atGreeting(speech)).toMatchObject({ question: 'agent' });
  });

  it('may do so with any of the verbs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ASKS),
        fc.constantFrom(...WHOM),
        fc.constantFrom('', '吧', ' 快点', '行不行'),
        (asks, whom, end) => {
          expect(atMenu(`${asks}${whom}${end}`)).toMatchObject({ agentMissed: true });
          expect(atMenu(`${asks}${whom}${end}`).matter).toBeUndefined();
        },
      ),
    );
  });

  it.each(['i am not talking to a machine', 'let me talk to your manager', 'get me a human'])('in English: %s', (speech) => {
    expect(call([NIGHT, { digits: '8' }, { speech }])).toMatchObject({ agentMissed: true });
  });

  it.each([
    ...[
      '我找人修过没修好',
      '叫人来修修路灯',
      '要人命的大坑没人填',
      '领导不作为',
      '跟人打架了怎么调解',
      '老板不给人工费',
      '找人开锁被坑了',
    ],
    ...['人工湖的水臭了', '请人工智能公司来骗老人买保健品', '我要找领导给我解决低保', '跟邻居说了不听', '接人的车把校门口堵了'],
    ...['叫领导来看看这条路', '换人了也不通知', '找人工修的水管又漏了'],
  ])('is nobody who tells a matter with these words: %s', (speech) => {
    expect(atMenu(speech).matter).toContain(speech);
  });

  it('asks at the question of danger for a person, and says no yes', () => {
    const asked = call([NIGHT, { speech: '好像有煤气味' }, { speech: '有人吗 我要找人' }]);
    expect(asked).toMatchObject({ agentMissed: true, alarm: { outcome: 'doubt' } });
    expect(asked.danger).toBeUndefined();
  });

  it.each(['不用人工 我自己录', '不要人工 我自己说', '别转人工了', '不用找人工 自助就行'])(
    'is put through to nobody who wants none: %s',
    (speech) => {
      expect(atGreeting(speech)).toMatchObject({ question: 'menu', agentMissed: false });
      expect(atGreeting(speech).matter).toBeUndefined();
      expect(atMenu(speech)).toMatchObject({ question: 'menu', agentMissed: false });
    },
  );

  it('keeps the matter of who wants none', () => {
    const told = atGreeting('不用转人工 我家路灯不亮了');
    expect(told).toMatchObject({ matter: '不用转人工 我家路灯不亮了', question: 'area' });
  });
});

describe('who asks what became of a matter', () => {
  it.each([
    ...[
      '我上次报的咋样了',
      '查一下我那个单子到哪一步了',
      '单子办了没',
      '我反映的有结果没',
      '上次那个事到哪了',
      '我投诉的有回复了吗',
    ],
    ...['我报的事办好没', '上个月打的电话 有信儿没', '我那个工单怎么样了', '前几天反映的处理了没有', '反映的问题有进展吗'],
    ...['俺那个事到底有没有个说法', '上个礼拜报的 办到哪一步了'],
  ])('is asked for its number: %s', (speech) =>
    expect([atMenu(speech).question, atMenu(speech).matter]).toEqual(['look-up', undefined]),
  );

  it.each(['what happened to my complaint from last week', 'any news on my report', "what's the status of my ticket"])(
    'in English: %s',
    (speech) => expect(call([NIGHT, { digits: '8' }, { speech }])).toMatchObject({ question: 'look-up' }),
  );

  it.each([
    ...[
      '上次修的路灯又坏了',
      '我反映的路灯处理了没有',
      '我反映的问题你们一直不解决',
      '上回说给修到现在没动静',
      '前天停的水到现在没来',
      '低保的事怎么样才能办',
    ],
    ...['我家那个事你们给评评理', '上次来人看了一眼就走了', '昨天交的材料什么时候能办好证', '医保怎么样报销'],
    ...['我报名的驾校跑路了 钱要不回来', '之前反映的下水道堵了又冒污水了'],
  ])('tells a matter with these words: %s', (speech) => expect(atMenu(speech).matter).toContain(speech));
});
