import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intakeOf, knownOf } from '#domain/calls/matter-of-call.ts';
import type { Answer, State } from '#domain/calls/state.ts';
import { call, heard, linzi, NIGHT } from './call-in-linzi.ts';

const CONFIRMING: Answer[] = [NIGHT, { digits: '1' }, { speech: '齐都镇西关村路灯不亮' }, { speech: '村口' }];
const IN_ENGLISH: Answer[] = [
  ...[NIGHT, { digits: '8' }, { digits: '1' }, { speech: 'The street light in Qidu Town is broken' }, { speech: 'by the gate' }],
];
const KNOWN = { question: 'confirm', matter: '齐都镇西关村路灯不亮', area: 'qidu-xiguan', place: '村口' };
const told = (speech: string, before = CONFIRMING): State => call([...before, { speech }]);

describe('a matter that was wrong three times', () => {
  const again: Answer[] = [{ digits: '2' }, { speech: '路灯不亮了' }];
  const asked = [...CONFIRMING, ...again, ...again, { digits: '2' }];

  it('stays with its place until a message is left instead', () => {
    expect(call(asked)).toMatchObject({ question: 'record' });
    expect(knownOf(call(asked))).toMatchObject({ matter: '路灯不亮了', area: 'qidu-xiguan', place: '村口' });
    const left = intakeOf(call([...asked, { recording: 'RE1' }]), linzi, { phone: undefined, recording: 'RE1' });
    expect(left).toMatchObject({ matter: '（录音）', area: linzi.areas.find(({ level }) => level === 'district')?.id });
    expect(left).not.toHaveProperty('place');
  });
});

describe('one part of a matter that is wrong', () => {
  it.each<[string, Partial<State>]>([
    ['地址不对，是大顺路', { place: '大顺路' }],
    ['地址不对是大顺路3号', { place: '大顺路3号' }],
    ['不对，地点错了，应该是大顺路路口', { place: '大顺路路口' }],
    ['对，但是地址错了，是大顺路', { place: '大顺路' }],
    ['地址不对，是稷下街道大顺路', { area: 'jixia', place: '稷下街道大顺路' }],
    ['地址错了我在稷下街道大顺路', { area: 'jixia', place: '稷下街道大顺路' }],
    ['地点改成大顺路', { place: '大顺路' }],
    ['地址应该是大顺路', { place: '大顺路' }],
    ['我说错了，是井盖丢了', { matter: '井盖丢了' }],
    ['不对，是大顺路', { place: '大顺路' }],
    ['是村东头不是村口', { place: '村东头' }],
    ['不是村口是村东头', { place: '村东头' }],
    ['不是路灯是井盖', { matter: '齐都镇西关村井盖不亮' }],
    ['不是路灯，是井盖坏了', { matter: '井盖坏了' }],
    ['不对不对，是井盖丢了', { matter: '井盖丢了' }],
    ['事情不对，是自来水停了', { matter: '自来水停了' }],
  ])('is replaced, and the rest is kept: %s', (speech, changes) => {
    const again = told(speech);
    expect(again).toMatchObject({ ...KNOWN, ...changes });
    expect(heard(again)).toContain('已经改好');
  });

  it('is asked when nothing is said instead', () => {
    const where = told('地址不对');
    expect(where).toMatchObject({ question: 'area', matter: KNOWN.matter, place: undefined });
    expect(call([...CONFIRMING, { speech: '地址错了' }, { speech: '稷下街道' }, { speech: '大顺路' }])).toMatchObject({
      question: 'confirm',
      matter: KNOWN.matter,
      area: 'jixia',
      place: '大顺路',
    });
    expect(told('地址不对，是稷下街道')).toMatchObject({ question: 'place', area: 'jixia', matter: KNOWN.matter });
    expect(told('事情不对')).toMatchObject({ question: 'matter', area: 'qidu-xiguan', place: '村口' });
    const retold = call([...CONFIRMING, { speech: '事情不对' }, { speech: '井盖丢了' }]);
    expect(retold).toMatchObject({ ...KNOWN, matter: '井盖丢了' });
  });

  it('is asked when it is only said what is not so', () => {
    expect(told('不是西关村')).toMatchObject({ question: 'area', matter: KNOWN.matter });
    expect(told('不是村口')).toMatchObject({ question: 'place', area: 'qidu-xiguan', matter: KNOWN.matter });
    expect(told('不是路灯')).toMatchObject({ question: 'matter', area: 'qidu-xiguan', place: '村口' });
  });

  it('is sorted anew', () => {
    const filed = call([...CONFIRMING, { speech: '不是路灯是井盖' }, { speech: '对' }]);
    const intake = intakeOf(filed, linzi, { phone: undefined, recording: undefined });
    expect(intake?.sorting?.words).toContain('井盖');
    expect(intake).toMatchObject({ area: 'qidu-xiguan', place: '村口' });
  });

  it.each(['不对', '不对，说得不对', '我要重新说'])('is all of it with a plain no: %s', (speech) =>
    expect(told(speech)).toMatchObject({ question: 'matter', area: undefined, place: undefined }),
  );

  it.each<[string, Partial<State>]>([
    ['The address is wrong, it is Dashun Road', { place: 'Dashun Road' }],
    ['no, not the light, the drain', { question: 'confirm' }],
    ['the place is wrong', { question: 'area' }],
  ])('is understood in English: %s', (speech, changes) => {
    expect(told(speech, IN_ENGLISH)).toMatchObject(changes);
  });

  it('does not cost the wish that was said with it', () => {
    expect(told('地址不对，是大顺路，别说是我')).toMatchObject({ question: 'confirm', confidential: true, place: '大顺路' });
  });

  it('is not in an addition', () => {
    expect(told('对，那边收费的地方也不亮')).toMatchObject({ question: 'filed' });
    expect(told('还有晚上特别黑')).toMatchObject({ question: 'confirm', place: '村口' });
  });
});

const AT_THE_GATE: Answer[] = [NIGHT, { speech: '路灯不亮了' }, { speech: '齐都镇西关村村口' }];
const corrected = (...said: string[]): State => call([...AT_THE_GATE, ...said.map((speech) => ({ speech }))]);

describe('a place that is corrected at the confirmation', () => {
  const PLACES = ['学校门口', '村委会门口', '卫生院旁边', '幼儿园对面', '派出所后面', '敬老院北门', '老李家后头', '村东头'];
  const CORRECTIONS = [
    (place: string) => `地址不对 是${place}`,
    (place: string) => `地点错了，在${place}`,
    (place: string) => `村口不对 在${place}`,
    (place: string) => `错了 是在${place}`,
    (place: string) => `不对 在${place}`,
    (place: string) => `说错了，在${place}`,
    (place: string) => `你弄错了 是在${place}`,
    (place: string) => `不是村口 是${place}`,
    (place: string) => `对 不过是在${place}`,
    (place: string) => `对，但是在${place}`,
  ];

  it('is another place, and the matter stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.constantFrom(...CORRECTIONS), (place, correction) => {
        const said = correction(place);
        const state = corrected(said);
        expect([said, state]).toEqual([
          said,
          expect.objectContaining({ question: 'confirm', matter: '路灯不亮了', area: 'qidu-xiguan', place }),
        ]);
      }),
    );
  });

  it.each(['错了 是皇城镇', '我说错了 在皇城镇', '不是齐都镇 是皇城镇', '齐都镇不对，是皇城镇'])(
    'is another town, of which the place is asked: %s',
    (speech) => expect(corrected(speech)).toMatchObject({ question: 'place', matter: '路灯不亮了', area: 'huangcheng' }),
  );

  it.each(['是东关不是西关', '不是西关 是东关', '西关错了 是东关', '不是西关村 是东关村', '西关村不对 是东关村'])(
    'is another village of the town, at the same spot: %s',
    (speech) => {
      const state = corrected(speech);
      expect(state).toMatchObject({ question: 'confirm', matter: '路灯不亮了', area: 'qidu-dongguan', place: '村口' });
      expect(heard(state)).toContain('齐都镇东关村村口');
    },
  );

  it('is another village in the matter, too, where the matter names it', () => {
    const told = call([NIGHT, { speech: '西关村路灯不亮了' }, { speech: '村口' }, { speech: '西关错了 是东关' }]);
    expect(told).toMatchObject({ question: 'confirm', matter: '东关村路灯不亮了', area: 'qidu-dongguan', place: '村口' });
  });

  it('is asked when only another one is named: no it is the other street', () => {
    expect(told('no it is the other street', IN_ENGLISH)).toMatchObject({ question: 'place', area: 'qidu' });
  });

  it.each(['不对 是医院', '错了 是学校'])('is never the matter where it may be a place: %s', (speech) =>
    expect(corrected(speech).matter).toContain('路灯不亮了'),
  );

  it('is no place where more is told beside yes', () => {
    expect(corrected('对 不过路灯在村口西边')).toMatchObject({ question: 'filed', place: '村口' });
    expect(corrected('对 但是收费太高')).toMatchObject({ question: 'filed', matter: '路灯不亮了；但是收费太高' });
  });

  it('is still what was understood, where it is only said once more', () => {
    expect(corrected('就是村口那个')).toMatchObject({ question: 'filed', place: '村口' });
  });
});

describe('a correction before the confirmation', () => {
  const asked = (...said: string[]): State => call([NIGHT, { speech: '路灯不亮了' }, ...said.map((speech) => ({ speech }))]);

  it.each(['辛店街道 不对 是闻韶街道', '辛店街道，说错了，闻韶街道', '不是辛店街道 是闻韶街道'])(
    'takes the later town: %s',
    (speech) => expect(asked(speech)).toMatchObject({ question: 'place', area: 'wenshao', matter: '路灯不亮了' }),
  );

  it.each(['不是齐都镇 我说错了 是皇城镇', '不对 是皇城镇', '皇城镇', '哎错了，在皇城镇'])(
    'changes the town that was known: %s',
    (speech) => expect(asked('齐都镇', speech)).toMatchObject({ question: 'place', area: 'huangcheng', matter: '路灯不亮了' }),
  );

  it('takes the later place', () => {
    expect(asked('齐都镇', '三号楼 不对 五号楼')).toMatchObject({ question: 'confirm', area: 'qidu', place: '五号楼' });
  });

  it.each([['不是 我要说的不是路灯 是下水道堵了'], ['齐都镇', '不是 我要说的不是路灯 是下水道堵了']])(
    'is of the matter: %s',
    (...said) => expect(asked(...said)).toMatchObject({ matter: '下水道堵了' }),
  );
});
