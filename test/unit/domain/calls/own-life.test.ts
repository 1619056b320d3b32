import { describe, expect, it } from 'vitest';
import { intakeOf } from '#domain/calls/matter-of-call.ts';
import { understandDanger } from '#domain/district/danger/understand-danger.ts';
import { call, heard, linzi, NIGHT } from './call-in-linzi.ts';

const told = (...said: string[]) => call([NIGHT, ...said.map((speech) => (speech === '' ? {} : { speech }))]);
const DOUBT = '最近老想着轻生，睡不着';

describe('who speaks of taking their own life', () => {
  it('is asked, and told where somebody listens', () => {
    expect(told(DOUBT)).toMatchObject({ question: 'in-danger', alarm: { outcome: 'doubt', selfHarm: true } });
    expect(heard(told(DOUBT))).toContain('幺二三五六');
  });

  it.each(['我自己', '是我', '就我', '我', '嗯', '有点', '我一个人', '是我自己啊'])(
    'is in danger when they say that it is they: %s',
    (speech) => {
      expect(told(DOUBT, speech)).toMatchObject({ danger: 'injury', alarm: { outcome: 'danger', selfHarm: true } });
      expect(heard(told(DOUBT, speech))).toContain('幺二三五六');
    },
  );

  it.each(['头晕', '一百多片', '别管我了', '不用管我', '没意思', '', '算了'])(
    'stays at least in doubt after any other word, and is told once more: %s',
    (speech) => {
      for (const said of [
        [DOUBT, speech],
        [DOUBT, speech, speech],
      ]) {
        const state = told(...said);
        expect(state.alarm).toMatchObject({ selfHarm: true });
        expect(heard(state)).toContain('幺二三五六');
        expect(state.matter).toContain(speech);
      }
    },
  );

  it('stays in doubt after a plain no', () => {
    expect(told(DOUBT, '没有')).toMatchObject({ alarm: { outcome: 'doubt', selfHarm: true } });
  });

  it('is asked of others as before: 嗯 and 有点 answer nothing about a smell', () => {
    expect(told('好像有煤气味', '我')).toMatchObject({ question: 'in-danger', alarm: { outcome: 'doubt' } });
  });

  it.each([
    '我不想活了药我都吃下去了',
    '活着没意思，农药我喝下去了',
    '不想活了，手腕割了',
    '我想死，药都吃了',
    '药吃下去了，我不想活了',
  ])('is in danger at once with what is done already: %s', (speech) =>
    expect(told(speech)).toMatchObject({ danger: 'injury', alarm: { outcome: 'danger', selfHarm: true } }),
  );

  it.each(['去年我不想活了，药都吃了，抢救过来了', '怕他想不开把药都吃了'])(
    'is in no danger at once where that is over or feared: %s',
    (speech) => expect(told(speech)).not.toMatchObject({ danger: expect.any(String) }),
  );

  it.each(['我站在楼顶上你们不用劝我了', '我在天台上，别劝我', '我在桥上坐着，不用救我'])(
    'is understood on the edge: %s',
    (speech) => {
      expect(understandDanger(linzi, speech, 'spoken').selfHarm).toBe(true);
      expect(told(speech).alarm).toMatchObject({ selfHarm: true });
    },
  );

  it.each([
    ['吃了一瓶安眠药', '没事，没有危险'],
    ['我吞了一整瓶安眠药', '没有人有危险'],
    ['我不想活了，要跳楼', '没有危险'],
  ])('can take no danger back: %s / %s', (first, second) => {
    const state = told(first, second);
    expect(state).toMatchObject({ question: 'filed', danger: 'injury', alarm: { outcome: 'danger', selfHarm: true } });
    expect(intakeOf(state, linzi, { phone: undefined, recording: undefined })).toMatchObject({ urgent: true });
  });

  it.each(['吃了安眠药还是睡不着怎么办', '物业别劝我了', '麦子割了没人收', '药都吃了也不见好', '站在楼顶上能看见路灯坏了'])(
    'is not understood in: %s',
    (speech) => expect(understandDanger(linzi, speech, 'spoken').selfHarm).toBe(false),
  );
});
