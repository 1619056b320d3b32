import { describe, expect, it } from 'vitest';
import { call, NIGHT } from './call-in-linzi.ts';

const GAS = '好像有煤气味';
const said = (...words: string[]) => call([NIGHT, ...words.map((speech) => ({ speech }))]);

describe('the answer to whether somebody is in danger', () => {
  it.each([
    ...[
      '没人受伤',
      '没出事',
      '没出啥事',
      '不紧急',
      '不用报警',
      '你听错了',
      '打错了',
      '我打错了',
      '现在没有',
      '哪有危险',
      '哪有啊',
    ],
    ...['没什么大事', '没人受伤，没出事'],
  ])('is a plain no: %s', (speech) => {
    expect(said(GAS, speech)).toMatchObject({ question: 'area', matter: GAS });
    expect(said(GAS, speech).alarm).toBeUndefined();
  });

  it.each([
    ...[
      '应该没有',
      '应该没有吧',
      '大概没事',
      '目前没有',
      '暂时没有',
      '不是跳楼是跳楼梯没人有危险',
      '没人受伤，就是味儿大',
      '听错了，是邻居家',
    ],
    ...['不知道有没有人有危险'],
  ])('leaves the doubt, and is kept, where it may be a no: %s', (speech) => {
    const left = said(speech.includes('跳楼') ? '我想说跳楼梯的事' : GAS, speech);
    expect(left.danger).toBeUndefined();
    expect(left.alarm).toMatchObject({ outcome: 'doubt' });
    expect(left.matter).toContain(speech.split('，').at(-1));
  });

  it.each(['应该没有', '目前没有', '没人受伤，就是味儿大'])('is not asked for twice after: %s', (speech) =>
    expect(said(GAS, speech).question).toBe('area'),
  );

  it.each(['当然有', '好像有', '肯定有啊', '可能有', '好像有人'])('is a yes: %s', (speech) =>
    expect(said(GAS, speech)).toMatchObject({ danger: 'gas', alarm: { outcome: 'danger' } }),
  );

  it.each(['好像有煤气味', '好像没有反应', '没人受伤吗', '打错电话的是他'])('is none: %s', (speech) =>
    expect(said(GAS, speech)).toMatchObject({ question: 'in-danger', alarm: { outcome: 'doubt' } }),
  );

  it.each([['nobody is hurt'], ['not urgent'], ['wrong number'], ['you misheard me']])('is a no in English: %s', (speech) => {
    const asked = [NIGHT, { digits: '8' }, { digits: '1' }, { speech: 'maybe there is a smell of gas' }];
    expect(call(asked).question).toBe('in-danger');
    expect(call([...asked, { speech }]).alarm).toBeUndefined();
  });

  it.each([['probably not'], ['of course']])('is understood in English: %s', (speech) => {
    const left = call([NIGHT, { digits: '8' }, { digits: '1' }, { speech: 'maybe there is a smell of gas' }, { speech }]);
    expect(left.alarm?.outcome).toBe(speech === 'of course' ? 'danger' : 'doubt');
    expect(left.question).not.toBe('in-danger');
  });
});

describe('a danger', () => {
  it.each(['没出事', '不紧急，就是问问', '你听错了', '打错了', '哪有危险', '误会'])('is taken back by: %s', (speech) => {
    const calm = said('着火了', speech);
    expect(calm).toMatchObject({ danger: undefined, takenBack: true, alarm: { outcome: 'doubt' } });
    expect(calm.matter).toBe(`着火了；${speech}`);
  });

  it.each(['没人受伤', '不用报警，快来救火', '你听错了吗', '还没出事', '应该没有', '没出事但是火很大'])(
    'is not taken back by: %s',
    (speech) => expect(said('着火了', speech)).toMatchObject({ danger: 'fire', alarm: { outcome: 'danger' } }),
  );
});
