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
