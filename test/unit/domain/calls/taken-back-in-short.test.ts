import { describe, expect, it } from 'vitest';
import { call, NIGHT } from './call-in-linzi.ts';

const FIRE = { speech: '着火了' };
const GAS = '好像有煤气味';
const said = (...words: string[]) => call([NIGHT, ...words.map((speech) => ({ speech }))]);

describe('a caller who is asked where the danger is', () => {
  it.each([
    ...['说错了', '弄错了', '开玩笑的', '虚惊一场', '不不不', '没有没有', '是做饭冒烟', '孩子说着玩的 对不起'],
    ...[
      '哎呀看错了',
      '小孩闹着玩的',
      '不是不是 我弄错了',
      '那是邻居炒菜',
      '原来是放鞭炮',
      '误报了不好意思',
      '没那回事',
      '就是烧纸的烟',
    ],
  ])('takes it back in short: %s', (speech) => {
    expect(said('着火了', speech)).toMatchObject({ danger: undefined, takenBack: true, alarm: { outcome: 'doubt' } });
  });

  it.each(['no no no', 'sorry just kidding', 'false alarm', "it's just steam"])('takes it back in English: %s', (speech) => {
    const calm = call([NIGHT, { digits: '8' }, { speech: 'the kitchen is on fire' }, { speech }]);
    expect(calm).toMatchObject({ danger: undefined, takenBack: true });
  });

  it.each([
    ...['不是开玩笑 真着火了', '没说错 就是着火了', '地址说错了 是东关村', '说错了 是三号楼', '弄错地方了', '我没弄错'],
    ...['是做饭把厨房烧着了', '虚惊一场但是老人吓晕了', '是烧纸引着的草'],
  ])('does not take it back: %s', (speech) => {
    expect(said('着火了', speech)).toMatchObject({ danger: 'fire', alarm: { outcome: 'danger' } });
  });

  it.each([
    ...['火灭了 没事了', '我打119了', '你们快打119啊', '消防车来了', '消防车到了', '已经扑灭了', '火越来越大', '人都跑出来了'],
    ...['我报过警了', '烟太大了', '快打120啊', '控制不住了'],
  ])('stays in danger, and is asked once more after: %s', (speech) => {
    expect(call([NIGHT, FIRE, { speech }])).toMatchObject({ question: 'whereabouts', danger: 'fire' });
    const filed = call([NIGHT, FIRE, { speech }, { speech: '西关村三号楼' }]);
    expect(filed).toMatchObject({ question: 'filed', area: 'qidu-xiguan', whereabouts: '西关村三号楼' });
    expect(call([NIGHT, FIRE, { speech }, { speech }])).toMatchObject({ question: 'filed', danger: 'fire' });
  });

  it.each(['村东头', '火车站', '大车店旁边', '在家', '打铁铺', '烟厂', '消防队对面', '我家'])('names a place: %s', (speech) => {
    expect(call([NIGHT, FIRE, { speech }])).toMatchObject({ question: 'filed' });
  });
});

describe('whether somebody is in danger, after a smell of gas', () => {
  it.each([
    ...['头疼 恶心', '站不住了', '没事 就是有点头晕', '俺老伴说恶心', '腿软', '孩子吐了'],
    ...['浑身没劲', '有点胸闷', '迷糊', '脑袋疼'],
  ])('signs of poisoning are a yes: %s', (speech) => {
    expect(said(GAS, speech)).toMatchObject({ danger: 'gas', alarm: { outcome: 'danger' } });
  });

  it.each(['头不疼', '没有头疼', '不恶心', '没吐'])('signs that are not there are none: %s', (speech) => {
    expect(said(GAS, speech).danger).toBeUndefined();
  });

  it.each(['不要紧', '不碍事', '不打紧'])('is a no: %s', (speech) => {
    expect(said(GAS, speech)).toMatchObject({ question: 'area', alarm: undefined });
  });

  it.each(['不知道', '我也不清楚', '说不准', '不知道 你们来看看吧', '看不清'])(
    'is not asked twice, and stays a doubt: %s',
    (speech) => {
      expect(said(GAS, speech)).toMatchObject({
        question: 'area',
        alarm: { outcome: 'doubt' },
        matter: expect.stringContaining(GAS),
      });
    },
  );
});
