import { describe, expect, it } from 'vitest';
import { intakeOf, isConnected, isDecided } from '#domain/calls/matter-of-call.ts';
import { call, heard, linzi, NIGHT } from './call-in-linzi.ts';

const NOBODY = { phone: undefined, recording: undefined };
const FIRE = { speech: '稷下街道这边着火了' };
const answering = (speech: string, first = FIRE) => call([NIGHT, first, { speech }]);

describe('a caller who was given an emergency number', () => {
  it.each([
    '不是不是没着火我说的是火锅店',
    '没着火，我说的是火锅店油烟大',
    '不是着火，是火锅店',
    '没有人有危险我就是反映路灯不亮',
    '没有危险，你们理解错了',
    '哎呀没有没有，没着火',
  ])('takes it back by saying plainly that there is no danger: %s', (speech) => {
    const calm = answering(speech);
    expect(calm).toMatchObject({ question: 'place', danger: undefined, takenBack: true, matter: `${FIRE.speech}；${speech}` });
    expect(calm.alarm).toEqual({ outcome: 'doubt', words: ['着火'], danger: 'fire' });
    expect(heard(calm)).toContain('按一般事项登记');
    // Its ticket is there, and stays; it is one of doubt.
    expect(intakeOf(calm, linzi, NOBODY)).toMatchObject({ urgent: false, danger: { outcome: 'doubt' } });
    expect([isDecided(calm), isConnected(calm)]).toEqual([true, true]);
  });

  it.each([['no no there is no fire I said the fire hydrant'], ['nobody is in danger, I only want to report a light']])(
    'takes it back in English: %s',
    (speech) => {
      const calm = call([NIGHT, { digits: '8' }, { speech: 'the kitchen is on fire in Qidu Town' }, { speech }]);
      expect(calm).toMatchObject({ question: 'place', danger: undefined, alarm: { outcome: 'doubt' } });
    },
  );

  it.each([
    ...[
      '文苑小区三号楼',
      '没有',
      '不是',
      '没事没事',
      '没人受伤，在三号楼',
      '没着火但是有人晕倒了',
      '还没着火，全是烟',
      '没有人有危险吗',
    ],
    ...['没人有危险，草着火了', '暂时没有危险', '没危险但是火很大', '在路口，没灭火器'],
  ])('stays in danger with anything else: %s', (speech) => {
    expect(answering(speech)).toMatchObject({ question: 'filed', danger: 'fire', alarm: { outcome: 'danger' } });
  });

  it('stays in danger in silence', () => {
    expect(call([NIGHT, FIRE, {}])).toMatchObject({ question: 'whereabouts', danger: 'fire' });
    expect(call([NIGHT, FIRE, {}, {}])).toMatchObject({ question: 'filed', danger: 'fire' });
  });

  it.each(['没有人有危险', '没有危险我就是说说'])('can not take back that they spoke of their own life: %s', (speech) => {
    const own = call([NIGHT, { speech: '我不想活了，我要跳楼' }, { speech }]);
    const asked =
      own.question === 'in-danger' ? call([NIGHT, { speech: '我不想活了，我要跳楼' }, { speech: '有' }, { speech }]) : own;
    expect(asked).toMatchObject({ danger: 'injury', alarm: { outcome: 'danger', selfHarm: true } });
  });

  it('who took it back is believed when they speak of danger again', () => {
    const again = call([NIGHT, FIRE, { speech: '没着火，我说的是火锅店' }, { speech: '哎呀真着火了快来人' }]);
    expect(again).toMatchObject({ question: 'whereabouts', danger: 'fire', alarm: { outcome: 'danger' } });
  });
});
